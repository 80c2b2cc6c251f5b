// The component's props: the login's options, and how it looks.
import type { ReactNode } from 'react'
import type { LocalNumberLoginOptions } from './options'
import type { Slots } from './slots'
import type { Terms } from './terms'
import type { DeepPartial, Locale, Texts } from './texts'
import type { OtherWay } from './ways'

interface ViewProps extends Slots {
  /** The app's name, in the consent text and under the logo. */
  readonly appName: string
  /**
   * Address of the app's logo, shown 64 px wide and high.
   *
   * @default none
   */
  readonly logo?: string
  /**
   * Replaces the subtitle under the app's name.
   *
   * @default the subtitle of the texts
   */
  readonly slogan?: string
  /**
   * Light or dark; `'auto'` follows the browser, or WeChat if the app has set `darkmode`.
   *
   * @default 'auto'
   */
  readonly theme?: 'auto' | 'light' | 'dark'
  /**
   * `'page'` fills a page of its own; `'compact'` stands among other content, without margins; `'sheet'` stands in a
   * panel at the bottom of the screen, which the app opens.
   *
   * @default 'page'
   */
  readonly layout?: 'page' | 'compact' | 'sheet'
  /**
   * `'stepByStep'`: consent, then the token, then the number, as the carrier's document has it. `'oneScreen'`: number
   * and consent together, and one tap retrieves the token and verifies.
   *
   * @default 'stepByStep'
   */
  readonly flow?: 'stepByStep' | 'oneScreen'
  /**
   * Other ways to log in, offered wherever the user may want one. With one, its label is the button; with several,
   * 其他方式登录 leads to their list.
   *
   * @default none: unless `renderFallback` is given, no other way is spoken of
   */
  readonly otherWays?: readonly OtherWay[]
  /**
   * The language: a locale object, or a tag such as `en` or `zh_HK`, matched by language and region among zh-CN and
   * `locales`. `'auto'` follows WeChat or the browser. May change at any time.
   *
   * @default 'zh-CN', also for tags that match none
   */
  readonly locale?: string | Locale
  /**
   * Further locales that the app ships, from `@local-number/taro/locale/*`.
   *
   * @default none
   */
  readonly locales?: readonly Locale[]
  /**
   * Texts of your own over the locale's. May change at any time.
   *
   * @default none
   */
  readonly texts?: DeepPartial<Texts>
  /**
   * The app's own terms, in addition to the carrier's. Each needs a different title.
   *
   * @default none
   */
  readonly terms?: readonly Terms[]
  /**
   * Opens terms, the carrier's or the app's own. Return `false` to leave it to the component.
   *
   * @default a link opens in a new tab on H5; a page opens in the app; all else in a sheet
   */
  readonly onOpenTerms?: (terms: Terms) => boolean
  /**
   * Replaces logo, name and subtitle; `null` shows none.
   *
   * @default the built-in header
   */
  readonly header?: ReactNode
  /**
   * Shown last, in every step.
   *
   * @default none
   */
  readonly footer?: ReactNode
  /**
   * Added to the outermost element, and to the sheets: for variables (`--lnl-…`) and spacing.
   *
   * @default ''
   */
  readonly className?: string
}

/** @supported weapp, h5; alipay, tt, swan, qq and jd show the fallback, reason `platformUnsupported` */
export type LocalNumberLoginProps = LocalNumberLoginOptions & ViewProps
