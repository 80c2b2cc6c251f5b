// What a suite is: scenarios for one kind of subject, and how to open the subject.
import type { Control } from './control'
import type { Need, Scenario } from './scenario'

export type SuiteName = 'platform' | 'server' | 'client'

/** The subject, as the command line names it. */
export interface Target {
  /** The address of a platform or server, without a trailing slash, or the path of a client's module. */
  readonly address: string
  /** The simulator behind the subject; `null` without one. */
  readonly control: Control | null
  /** Where a server calls its platform. The suite listens there and forwards the calls. */
  readonly relay?: string | undefined
  /** Where a server posts its text messages, if it has the SMS way. The suite listens there. */
  readonly inbox?: string | undefined
  /**
   * Moves the server's clock by so many ms, and back if negative.
   *
   * @default scenarios wait for up to 90 s, and those that need more are not applicable
   */
  readonly moveClock?: (byMs: number) => void | Promise<void>
  /** The content of the credentials file, not validated; `null` without one. */
  readonly credentials: unknown
}

export interface Opened<Subject> {
  readonly subject: Subject
  /** What is available to the scenarios. */
  readonly has: readonly Need[]
  /** Removes what was set up. Never throws. */
  close(): Promise<void>
}

export interface Suite<Subject> {
  readonly name: SuiteName
  readonly scenarios: readonly Scenario<Subject>[]
  /** @throws Unusable if the subject cannot be reached, or something that it needs is missing */
  open(target: Target): Promise<Opened<Subject>>
}
