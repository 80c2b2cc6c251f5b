// The texts that our ways have in common, and which locale of them is shown.
import { tellOnce } from '../tell-once'
import { type DeepPartial, matchLocale, mergeTexts } from '../texts'

export interface WayTexts {
  /** On the way's button. */
  readonly label: string
  /** `{terms}` is replaced by the links, `{app}` by the app's name. */
  readonly consent: string
}

/** A way's texts in one language and region. */
export interface WayLocale<T extends WayTexts> {
  readonly tag: string
  readonly texts: T
}

export interface WayWords<T extends WayTexts> {
  /**
   * Further locales of the way that the app ships. The component's own language picks one, by the rules of its
   * `locale`.
   *
   * @default none: the way speaks zh-CN
   */
  readonly locales?: readonly WayLocale<T>[]
  /**
   * Texts of your own over the locale's.
   *
   * @default none
   */
  readonly texts?: DeepPartial<T>
}

/** Bundles for users do not contain this. */
function warnAboutLocales(tag: string, { tag: shown, texts: { label } }: WayLocale<WayTexts>): void {
  tellOnce(
    `wayLocaleMissing ${label}`,
    `wayLocaleMissing: the component speaks ${tag}, and the way "${label}" ${shown}: give it \`locales\`, such as ` +
      "`smsEn` of '@local-number/taro/sms/locale/en' or `wechatEn` of '@local-number/taro/wechat/locale/en'.",
    'warn',
  )
}

/** The locale for the component's language, with the app's own texts. */
export function findWords<T extends WayTexts>(
  tag: string,
  builtIn: WayLocale<T>,
  { locales = [], texts }: WayWords<NoInfer<T>>,
): WayLocale<T> {
  const found = matchLocale(tag, [builtIn, ...locales])
  if (process.env.NODE_ENV !== 'production' && found === builtIn && tag !== found.tag && !texts) {
    warnAboutLocales(tag, found)
  }
  return { tag: found.tag, texts: mergeTexts(found.texts, texts) }
}
