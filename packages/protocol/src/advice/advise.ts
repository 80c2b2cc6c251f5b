// From a looked-up row to its texts.
import { type Actor, CAUSE_ACTORS, type CauseId } from '../return-codes/causes'
import type { UnknownCode } from '../return-codes/look-up'
import type { ReturnCode } from '../return-codes/registry'
import { en } from './en'
import type { Advice, CauseAdvice, CodeAdvice } from './shape'
import { zhCN } from './zh-cn'

/** The languages of the advice, as BCP 47 tags. */
export const LOCALES = ['zh-CN', 'en'] as const

export type Locale = (typeof LOCALES)[number]

/** Every text, per language. */
export const ADVICE: Readonly<Record<Locale, Advice>> = { 'zh-CN': zhCN, en }

/** What to tell about one code: its meaning, what to do, and each possible cause with what to check and who acts. */
export interface AdviceOnCode extends CodeAdvice {
  readonly causes: readonly (CauseAdvice & { readonly id: CauseId; readonly actor: Actor })[]
}

/** The texts of a row that `lookUp` gave, unknown codes included. */
export function advise(row: ReturnCode | UnknownCode, locale: Locale): AdviceOnCode {
  const advice = ADVICE[locale]
  const text = row.known ? advice.codes[row.key] : advice.unknown
  return { ...text, causes: row.causes.map((id) => ({ id, actor: CAUSE_ACTORS[id], ...advice.causes[id] })) }
}
