// What a language must provide: full records over the registry, so that a missing text does not compile.
import type { Actor, CauseId } from '../return-codes/causes'
import type { CodeKey } from '../return-codes/registry'

export interface CodeAdvice {
  /** What happened. */
  readonly meaning: string
  /** What to do, for the actor of this code. */
  readonly remedy: string
}

export interface CauseAdvice {
  /** What is wrong. */
  readonly cause: string
  /** What to check, and where. */
  readonly remedy: string
}

/** Every text of one language. */
export interface Advice {
  readonly codes: Readonly<Record<CodeKey, CodeAdvice>>
  readonly causes: Readonly<Record<CauseId, CauseAdvice>>
  /** For a code that no document lists. */
  readonly unknown: CodeAdvice
  readonly actors: Readonly<Record<Actor, string>>
}
