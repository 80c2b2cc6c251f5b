// The texts by locale. Full records: a missing translation does not compile.
import { en } from './en'
import type { Locale, Texts } from './texts'
import { zhCN } from './zh-cn'

export type { Locale, ProgressStep, Texts } from './texts'

export const DEFAULT_LOCALE: Locale = 'zh-CN'

export const TEXTS: Readonly<Record<Locale, Texts>> = { 'zh-CN': zhCN, en }

/** Replaces each `{name}` by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
