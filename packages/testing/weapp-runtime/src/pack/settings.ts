// Settings of JSON files that have an effect in WeChat, but not here.
import type { AppConfig, JsonConfig } from '../package'

/** Each setting that may be set, with the values that change nothing; `ANY` for those that are implemented. */
type Settings = Readonly<Record<string, readonly unknown[]>>

const ANY: readonly unknown[] = []

/** Of a page, and of `window` in `app.json`. */
const WINDOW: Settings = {
  navigationBarTitleText: ANY,
  navigationBarBackgroundColor: ANY,
  navigationBarTextStyle: ANY,
  navigationStyle: ANY,
  onReachBottomDistance: ANY,
  // The user sees these only while pulling the page down, and that setting is reported.
  backgroundColor: ANY,
  backgroundColorTop: ANY,
  backgroundColorBottom: ANY,
  backgroundTextStyle: ANY,
  // Only about speed.
  handleWebviewPreload: ANY,
  enablePassiveEvent: ANY,
  // The values are WeChat's defaults.
  backgroundColorContent: ['#ffffff', '#FFFFFF'],
  disableScroll: [false],
  enablePullDownRefresh: [false],
  homeButton: [false],
  pageOrientation: ['portrait'],
  restartStrategy: ['homePage'],
  visualEffectInBackground: ['none'],
}

const EVERY_FILE: Settings = {
  $schema: ANY,
  usingComponents: ANY,
  renderer: ['webview'],
  componentFramework: ['glass-easel', 'exparser'],
}

const COMPONENT: Settings = { component: ANY, componentGenerics: ANY, styleIsolation: ANY }

const APP: Settings = {
  pages: ANY,
  window: ANY,
  networkTimeout: ANY,
  __usePrivacyCheck__: ANY,
  style: ['v2'],
  // Without an effect in a test.
  debug: ANY,
  debugOptions: ANY,
  lazyCodeLoading: ANY,
  sitemapLocation: ANY,
  // For members of `wx`, which are reported by themselves.
  navigateToMiniProgramAppIdList: ANY,
  permission: ANY,
  requiredPrivateInfos: ANY,
  // For settings that are reported by themselves.
  preloadRule: ANY,
  enablePassiveEvent: ANY,
  darkmode: ANY,
  themeLocation: ANY,
  functionalPages: [false],
  resizable: [false],
}

/**
 * Lists the settings that the runtime lacks, e.g. `app.json tabBar` and `pages/index/index.json enablePullDownRefresh`.
 * A name that WeChat does not know counts as well, as its tools refuse it.
 *
 * @param configs by path, without `app.json`
 */
export function listUnsupportedSettings(app: AppConfig, configs: Readonly<Record<string, JsonConfig>>): string[] {
  const files = Object.entries(configs).filter(([path, { component }]) => component || app.pages.includes(path))
  return [
    ...listUnsupported('app.json ', app, { ...EVERY_FILE, ...APP }),
    ...listUnsupported('app.json window.', app.window ?? {}, WINDOW),
    ...files.flatMap(([path, config]) =>
      listUnsupported(`${path}.json `, config, { ...EVERY_FILE, ...COMPONENT, ...WINDOW }),
    ),
  ]
}

function listUnsupported(where: string, config: object, settings: Settings): string[] {
  const isSupported = (name: string, value: unknown) => {
    const harmless = settings[name]
    return harmless !== undefined && (harmless === ANY || harmless.includes(value))
  }
  return Object.entries(config)
    .filter(([name, value]) => !isSupported(name, value))
    .map(([name]) => where + name)
}
