// A mini-program as the runtime takes it: JSON, so that it crosses into a browser.

/** `app.json` and the JSON beside pages and components: what the runtime reads of it. */
export interface JsonConfig {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly styleIsolation?: string
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: string
  readonly navigationStyle?: string
  readonly backgroundColor?: string
}

export interface AppConfig extends JsonConfig {
  /** The first one is opened at launch. */
  readonly pages: readonly string[]
  readonly window?: JsonConfig
}

/** Everything is keyed by path without extension, as in `app.json`. */
export interface MiniProgramPackage {
  readonly app: AppConfig
  readonly json: Readonly<Record<string, JsonConfig>>
  /** Sources, unchanged. */
  readonly scripts: Readonly<Record<string, string>>
  /** CSS, made from WXSS. */
  readonly styles: Readonly<Record<string, string>>
  /** The app's templates, compiled: an expression that gives glass-easel's template groups. */
  readonly templates: string
  readonly builtInTemplates: string
  /** Attributes that the templates give to each built-in component, in camelCase. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Tags in the templates that nobody defines: reported as missing once a page renders one. */
  readonly unknownTags: readonly string[]
}
