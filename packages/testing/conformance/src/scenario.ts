// What a scenario is: a rule of the protocol with a stable id, tested on a subject.

/** What a scenario may need. Without it, the scenario is not applicable. */
export type Need =
  /** A simulator that the suite can configure. */
  | 'control'
  /** A clock that the suite can move. */
  | 'clock'
  /** A relay: the suite stands between the subject and its platform. */
  | 'relay'
  /** The HTTPS edition (protocol.md §9), which not every subject has. */
  | 'https'
  /** A server's SMS way, whose messages the suite receives. */
  | 'inbox'
  /** A server whose own clock the suite can move. */
  | 'serverClock'

/**
 * How far the source supports a rule.
 *
 * - `documented`: the source states it
 * - `inferred`: it follows from what the source states
 * - `assumed`: the source leaves it open, and our simulator does it so. Other platforms need not: the scenario needs
 *   `control`
 * - `ours`: the source is a document of this project
 */
export type Basis = 'documented' | 'inferred' | 'assumed' | 'ours'

/** Matches the carrier's document and the facts that were collected from public sources. */
const CARRIER_SOURCE = /^(?:S |protocol\.md )/

/** Returns a scenario's own basis, or the one that its source implies. */
export function getBasis({ source, basis }: Pick<Scenario<never>, 'source' | 'basis'>): Basis {
  return basis ?? (CARRIER_SOURCE.test(source) ? 'documented' : 'ours')
}

export interface Scenario<Subject> {
  /** Stable, e.g. `@sign_130018_foreign_key`. */
  readonly id: `@${string}`
  /** The rule as a sentence. */
  readonly title: { readonly zh: string; readonly en: string }
  /** Where the rule comes from, e.g. `S appendix 130018` or `protocol.md §5`. */
  readonly source: string
  /** @default what {@link getBasis} derives from the source */
  readonly basis?: Basis
  readonly needs?: readonly Need[]
  /**
   * How long it may wait for the subject, in ms: its time limit is that much longer.
   *
   * @default 0
   */
  readonly waitsMs?: number
  /**
   * Resolves if the subject keeps the rule.
   *
   * @throws Unmet if it breaks the rule
   */
  run(subject: Subject): Promise<void>
}

/** The subject breaks a rule. The message states expected and actual values, without secrets. */
export class Unmet extends Error {
  override readonly name = 'Unmet'
}
