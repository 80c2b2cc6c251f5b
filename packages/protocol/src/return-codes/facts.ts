// What the registry states about one code of one call, and the few values that most rows share.
import type { Call } from './call'
import type { CauseId } from './causes'

/** How a call of the client's SDK ended: it either works or does not. */
export type CallOutcome = 'success' | 'failure'

/**
 * What a verification ended in. The business server derives it from the registry, and the login acts on it alone.
 *
 * - `verified`: the typed number is the SIM's number
 * - `notThisNumber`: the platform compared, and it is not
 * - `staleToken`: the platform refused the token; a new one can help, once
 * - `dailyLimit`: the number has no checks left today
 * - `unavailable`: the platform could not or would not say
 */
export type VerifyOutcome = 'verified' | 'notThisNumber' | 'staleToken' | 'dailyLimit' | 'unavailable'

/** The outcomes of each call. */
export interface Outcomes {
  readonly getMobile: CallOutcome
  readonly getToken: CallOutcome
  readonly httpsGetMobile: CallOutcome
  readonly verify: VerifyOutcome
}

/** `document`: the six-digit codes of [S]. `family`: codes of the platform's sister editions ([M] and vendors). */
export type Dialect = 'document' | 'family'

/**
 * Where a row was read, with its section. S: the mini-program edition's document; M: the app edition's documents;
 * G, H: the carrier's mini-program and H5 scripts; V: documents of vendors on the same platform; W: WeChat's documents.
 */
export type Source =
  | 'S 2.5.1'
  | 'S FAQ 2'
  | 'S FAQ 3'
  | 'S appendix'
  | 'M 4.1'
  | 'M 4.2'
  | 'M 5'
  | 'G'
  | 'H'
  | 'V'
  | 'W'

/** One row as a table writes it. Causes are ids; their texts live in `@local-number/protocol/advice`. */
export interface Facts<C extends Call = Call> {
  readonly code: string
  readonly outcome: Outcomes[C]
  /** The most likely one first: its actor is the row's. */
  readonly causes: readonly CauseId[]
  readonly dialect: Dialect
  /** The code of the other dialect, in the same call, that names the same failure. */
  readonly sameAs?: string
  readonly sources: readonly Source[]
}

export const success = { outcome: 'success' } as const
export const failure = { outcome: 'failure' } as const
