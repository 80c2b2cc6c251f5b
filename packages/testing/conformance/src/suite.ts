// What a suite is: scenarios for one kind of subject, and how the subject is got hold of.
import type { Control } from './control'
import type { Need, Scenario } from './scenario'

export type SuiteName = 'platform' | 'server' | 'client'

/** What the command line says of the subject. */
export interface Target {
  /** The address of a platform or a server without a trailing slash, or the path of a client's module. */
  readonly address: string
  /** The simulator around the subject; `null` without one. */
  readonly control: Control | null
  /** Where a server reaches its platform, so that the suite may stand in between. Without one it cannot. */
  readonly relay?: string | undefined
  /** What the credentials' file holds, unchecked; `null` without one. */
  readonly credentials: unknown
}

export interface Opened<Subject> {
  readonly subject: Subject
  /** What the subject and its surroundings can do. */
  readonly has: readonly Need[]
  /** Gives everything back. Never throws. */
  close(): Promise<void>
}

export interface Suite<Subject> {
  readonly name: SuiteName
  readonly scenarios: readonly Scenario<Subject>[]
  /** @throws Unusable when the subject cannot be reached or what is needed for it lacks */
  open(target: Target): Promise<Opened<Subject>>
}
