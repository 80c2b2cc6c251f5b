// The console's language: the one chosen before, else the browser's.
import { LOCALES, type Locale } from '@local-number/protocol/advice'
import { localeOf } from '../texts/locale-of'

const KEY = 'local-number-console-locale'

export function initialLocale(): Locale {
  const chosen = localStorage.getItem(KEY)
  return LOCALES.find((locale) => locale === chosen) ?? localeOf(navigator.language)
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale)
}
