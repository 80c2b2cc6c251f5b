// A packed mini-program: JSON, so that it can be sent to a browser.

/** The parts of `app.json`, and of the JSON beside pages and components, that the runtime reads. */
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
  /** CSS pixels. */
  readonly onReachBottomDistance?: number
}

export interface AppConfig extends JsonConfig {
  /** The first page is opened at launch. */
  readonly pages: readonly string[]
  readonly window?: JsonConfig
  /** Milliseconds. */
  readonly networkTimeout?: { readonly request?: number }
  readonly darkmode?: boolean
  /** The file with the values of `@name` in the settings of windows, by theme. */
  readonly themeLocation?: string
}

/** The values of `@name` in the settings of windows, as in `theme.json`. */
export type ThemeVariables = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>

/** Every record is keyed by path without extension, as in `app.json`. */
export interface MiniProgramPackage {
  readonly app: AppConfig
  /** `usingComponents` includes those of `app.json`, as paths from the root. */
  readonly json: Readonly<Record<string, JsonConfig>>
  /** Of `themeLocation`; `null` without `darkmode`. */
  readonly themes: ThemeVariables | null
  /** Unchanged sources. */
  readonly scripts: Readonly<Record<string, string>>
  /** CSS, made from WXSS. */
  readonly styles: Readonly<Record<string, string>>
  /** Image files as `data:` addresses, by path with extension. */
  readonly images: Readonly<Record<string, string>>
  /** The compiled templates: an expression that returns glass-easel's template groups. */
  readonly templates: string
  readonly builtInTemplates: string
  /** The attributes that templates set on each built-in tag, in camelCase. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Tags that are not built in: reported as missing when a page renders one without `usingComponents`. */
  readonly unknownTags: readonly string[]
  /** Settings of JSON files that have an effect in WeChat but not here, e.g. `app.json tabBar`. */
  readonly unsupported: readonly string[]
  /** What each template uses and the runtime lacks, e.g. `<view change:prop>`. Templates without are left out. */
  readonly features: Readonly<Record<string, readonly string[]>>
  /** Warnings of the template compiler and about styles, with file and line. */
  readonly warnings: readonly string[]
}
