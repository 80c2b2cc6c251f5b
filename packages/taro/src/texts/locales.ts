// Which locale is shown, and with which texts.
import { getAppBaseInfo } from '@tarojs/taro'
import type { DeepPartial, Locale } from './texts'
import { zhCN as texts } from './zh-cn'

export const zhCN: Locale = { tag: 'zh-CN', texts }

/** Script and region that mean a locale of another name. */
const ALIASES: Readonly<Record<string, string>> = { 'zh-hant': 'zh-tw', 'zh-mo': 'zh-hk' }

interface Tagged {
  readonly tag: string
}

/**
 * The locale for a tag in any spelling (`zh_CN`, `zh-Hant-HK`, `en-GB`): the one of the same language and region, or
 * else of the same language, or else the first.
 */
export function matchLocale<L extends Tagged>(tag: string, known: readonly [L, ...L[]]): L {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  const find = (wanted: string | undefined) => known.find((each) => each.tag.toLowerCase() === wanted)
  // The region says more than the script before it.
  for (const part of rest.reverse()) {
    const found = find(`${language}-${part}`) ?? find(ALIASES[`${language}-${part}`])
    if (found) return found
  }
  return find(language) ?? known.find((each) => each.tag.toLowerCase().split('-')[0] === language) ?? known[0]
}

/** Among zh-CN, which is built in, and the app's own. */
export function findLocale(tag: string, locales: readonly Locale[]): Locale {
  return matchLocale(tag, [zhCN, ...locales])
}

/** `'auto'` follows WeChat's language, or the browser's. */
export function resolveLocale(locale: string | Locale | undefined, locales: readonly Locale[] = []): Locale {
  if (typeof locale === 'object') return locale
  return findLocale(locale === 'auto' ? readLanguage() : (locale ?? zhCN.tag), locales)
}

/** By the one call that needs no consent. */
function readLanguage(): string {
  if (process.env.TARO_ENV === 'h5') return navigator.language
  try {
    return getAppBaseInfo().language ?? ''
  } catch {
    return ''
  }
}

/** The app's own texts over the locale's; `undefined` leaves a text as it is. */
export function mergeTexts<T extends object>(base: T, own: DeepPartial<NoInfer<T>> | undefined): T {
  return merge(base, own) as T
}

function merge(base: unknown, own: unknown): unknown {
  if (own === undefined) return base
  if (typeof base !== 'object' || base === null) return own
  const merged = (Array.isArray(base) ? [...base] : { ...base }) as Record<string, unknown>
  for (const [key, value] of Object.entries(Object(own))) merged[key] = merge(merged[key], value)
  return merged
}

/** Replaces each `{name}` by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
