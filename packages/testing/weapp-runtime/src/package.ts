// A mini-program as the runtime takes it: JSON, so that it crosses into a browser.

/** `app.json` and the JSON beside pages and components: what the runtime reads of it. */
export interface JsonConfig {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly componentGenerics?: Readonly<Record<string, unknown>>
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
  /** Milliseconds. */
  readonly networkTimeout?: { readonly request?: number }
}

/** Everything is keyed by path without extension, as in `app.json`. */
export interface MiniProgramPackage {
  readonly app: AppConfig
  /** `usingComponents` holds what `app.json` gives to all, as paths from the root. */
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
  /** Tags in the templates that are not built in: reported as missing once a page renders one without `usingComponents`. */
  readonly unknownTags: readonly string[]
  /** Settings of `app.json` that change a mini-program in WeChat and nothing here, e.g. `app.json tabBar`. */
  readonly unsupported: readonly string[]
  /** What the template compiler warned of, with file and line. */
  readonly warnings: readonly string[]
}
