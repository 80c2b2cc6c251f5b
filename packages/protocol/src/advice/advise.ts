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

/** The texts about one code: its meaning, the remedy, and each possible cause with what to check and who acts. */
export interface AdviceOnCode extends CodeAdvice {
  readonly causes: readonly (CauseAdvice & { readonly id: CauseId; readonly actor: Actor })[]
}

/**
 * The texts of a row of `lookUp`, including rows of unknown codes.
 *
 * @example
 * ```ts
 * advise(lookUp('verify', '120020'), 'en').meaning // 'The token was not accepted; a new one is needed.'
 * ```
 */
export function advise(row: ReturnCode | UnknownCode, locale: Locale): AdviceOnCode {
  const advice = ADVICE[locale]
  const text = row.known ? advice.codes[row.key] : advice.unknown
  return { ...text, causes: row.causes.map((id) => ({ id, actor: CAUSE_ACTORS[id], ...advice.causes[id] })) }
}
