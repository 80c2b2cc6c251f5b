// What can happen to a login: what the user does, and what the work of a state reports.
import type { VerifyOutcome } from '@local-number/protocol'
import type { FallbackReason } from './reasons'

/** Instants are ms since 1970, stamped by whoever sends the event: the transition reads no clock. */
export interface EventData {
  /** The user ticked the box and went on. */
  agree: object
  /** The platform has nothing against it, or the user has told it so. */
  authorized: { readonly deadline: number }
  networkAllowed: { readonly deadline: number }
  /** Wi-Fi was turned off. */
  cellularReady: { readonly deadline: number }
  /** A token is there, good for submits until `freshUntil`. */
  acquired: { readonly freshUntil: number; readonly traceId: string }
  /** The text of the phone field, as typed or pasted. */
  edit: { readonly text: string }
  submit: { readonly at: number; readonly deadline: number }
  /** The server's verdict. `deadline` is that of a renewal, should the token have been stale. */
  answered: {
    readonly outcome: VerifyOutcome
    readonly code: string
    readonly attemptsLeft: number
    readonly traceId: string
    readonly ticket: string | null
    readonly deadline: number
  }
  /** A state's work failed. */
  failed: { readonly reason: FallbackReason; readonly code: string | null; readonly traceId?: string }
  /** The login was connected again, or the app came back from the background: what was in flight is lost. */
  resumed: { readonly deadline: number }
  /** The user wants another way. */
  leave: object
  /** The user wants to try again. */
  retry: { readonly deadline: number }
}

export type EventType = keyof EventData

export type EventOf<E extends EventType> = { readonly type: E } & EventData[E]

export type LoginEvent = { [E in EventType]: EventOf<E> }[EventType]
