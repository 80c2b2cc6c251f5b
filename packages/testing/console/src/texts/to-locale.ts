// Maps a browser's language to one of the console's.
import type { Locale } from '@local-number/protocol/advice'

/** Chinese for every kind of Chinese, English for all other languages. */
export function toLocale(language: string): Locale {
  return /^zh\b/i.test(language) ? 'zh-CN' : 'en'
}
