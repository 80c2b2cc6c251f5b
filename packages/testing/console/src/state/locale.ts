// The console's language: the one that was chosen before, or the browser's.
import { LOCALES, type Locale } from '@local-number/protocol/advice'
import { toLocale } from '../texts/to-locale'

const KEY = 'local-number-console-locale'

export function readLocale(): Locale {
  const chosen = localStorage.getItem(KEY)
  return LOCALES.find((locale) => locale === chosen) ?? toLocale(navigator.language)
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale)
}
