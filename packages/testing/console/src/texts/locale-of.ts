// From a browser's language to one of the console's.
import type { Locale } from '@local-number/protocol/advice'

/** Any Chinese is answered in Chinese, everything else in English. */
export function localeOf(language: string): Locale {
  return /^zh\b/i.test(language) ? 'zh-CN' : 'en'
}
