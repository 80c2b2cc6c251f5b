// What the registry states about one code of one call, and the few verdicts that most rows share.
import type { CauseId } from './causes'

/** `notThisNumber` is an answer, not a failure: the platform checked and said no. */
export type Outcome = 'success' | 'notThisNumber' | 'failure'

/**
 * What the login machine does.
 *
 * - `proceed`: the next step
 * - `retry`: the whole attempt anew, with fresh ids and a fresh token; how often is the machine's to bound
 * - `reenter`: back to the number's input, then a new attempt
 * - `fallback`: another way to log in
 * - `fixConfiguration`: another way to log in for this user, and word to the integrator; trying again is pointless
 */
export type Reaction = 'proceed' | 'retry' | 'reenter' | 'fallback' | 'fixConfiguration'

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
export interface Facts {
  readonly code: string
  readonly outcome: Outcome
  /** The most likely one first: its actor is the row's. */
  readonly causes: readonly CauseId[]
  readonly reaction: Reaction
  readonly dialect: Dialect
  /** The code of the other dialect, in the same call, that names the same failure. */
  readonly sameAs?: string
  readonly sources: readonly Source[]
}

export const success = { outcome: 'success', reaction: 'proceed' } as const
export const misconfigured = { outcome: 'failure', reaction: 'fixConfiguration' } as const
export const anotherWay = { outcome: 'failure', reaction: 'fallback' } as const
export const transient = { outcome: 'failure', reaction: 'retry' } as const
