// The texts, and the locale that is built in.
export { fill, findLocale, matchLocale, mergeTexts, resolveLocale, zhCN } from './locales'
export type { DeepPartial, Locale, ProgressStep, Texts } from './texts'
