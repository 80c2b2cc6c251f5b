// The texts, and the locale that is built in.
export { fill, findLocale, mergeTexts, resolveLocale, zhCN } from './locales'
export type { DeepPartial, Locale, ProgressStep, Texts } from './texts'
