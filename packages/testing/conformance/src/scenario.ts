// What a scenario is: a rule of the protocol with a stable id, tried on a subject.

/** What a subject may lack; a scenario that needs it is then not applicable. */
export type Need =
  /** The subject's surroundings are a simulator that can be told what to do. */
  | 'control'
  /** The clock can be moved. */
  | 'clock'
  /** The suite stands between the subject and its platform. */
  | 'relay'

/** The source says it in so many words; it follows from what the source says; the source is our own. */
export type Basis = 'documented' | 'inferred' | 'ours'

/** The carrier's document, and what was seen of the platform itself; everything else is ours. */
const SEEN = /^(?:S |protocol\.md )/

export function basisOf({ source, basis }: Pick<Scenario<never>, 'source' | 'basis'>): Basis {
  return basis ?? (SEEN.test(source) ? 'documented' : 'ours')
}

export interface Scenario<Subject> {
  /** Stable, e.g. `@sign_130018_foreign_key`. */
  readonly id: `@${string}`
  /** The rule in a sentence. */
  readonly title: { readonly zh: string; readonly en: string }
  /** Where the rule is written, e.g. `S appendix 130018` or `protocol.md §5`. */
  readonly source: string
  /** How far the source says so. Default: what {@link basisOf} makes of the source. */
  readonly basis?: Basis
  readonly needs?: readonly Need[]
  /** Resolves when the subject keeps the rule. @throws Unmet when it breaks it */
  run(subject: Subject): Promise<void>
}

/** The subject broke the rule. The message says what was expected and what came, without secrets. */
export class Unmet extends Error {
  override readonly name = 'Unmet'
}
