// What can happen to a login: what the user does, and what the effect of a state reports.
import type { VerifyOutcome } from '@local-number/protocol'
import type { EditionName } from './ports'
import type { InitialPhone } from './proven'
import type { FallbackReason } from './reasons'
import type { Wait } from './wait'

/** A login that starts from nothing. */
interface Anew {
  readonly traceId: string
  readonly initial?: InitialPhone | undefined
}

/** Instants are ms since 1970. The sender of an event stamps them: the transition reads no clock. */
export interface EventData {
  /** The user ticked the box, or unticked it. */
  tick: { readonly agreed: boolean }
  /** The user ticked the box and went on. */
  agree: object
  /** An edition was chosen, and the platform allows it, after asking the user if it wants to. */
  authorized: { readonly edition: EditionName; readonly deadline: number }
  /** The edition may differ from the chosen one: beside Wi-Fi another one can work. */
  networkAllowed: { readonly edition: EditionName; readonly deadline: number }
  /** Wi-Fi is in the way, and the login waits until it is off. */
  wifiFound: { readonly code: string | null }
  /** Wi-Fi was turned off. */
  cellularReady: { readonly deadline: number }
  /** A token was received; a submit before `freshUntil` can use it. */
  acquired: { readonly freshUntil: number; readonly traceId: string }
  /** The text of the phone field, as typed or pasted; of another way's field, too. */
  edit: { readonly text: string }
  submit: { readonly at: number; readonly deadline: number }
  /** The server answered the verification. `deadline` is for the renewal of a token. */
  answered: {
    readonly outcome: VerifyOutcome
    /** For logs and the fallback; nothing branches on it. */
    readonly code: string
    readonly attemptsLeft: number
    readonly traceId: string
    readonly ticket: string | null
    readonly deadline: number
  }
  /** The token is spent, and its verdict cannot be had any more: a new token can help. `code` is as in `answered`. */
  verdictLost: { readonly code: string | null; readonly traceId?: string | undefined; readonly deadline: number }
  /** The app has opened its session. */
  sessionOpened: object
  /** The app could not; `message` is for the user. */
  sessionRefused: { readonly message: string | null }
  /** A state's effect failed. */
  failed: {
    readonly reason: FallbackReason
    readonly code: string | null
    readonly traceId?: string
    /** What the business server asks for, if it does. */
    readonly wait?: Wait | null
  }
  /** The login was connected again, or the app came back from the background: answers in flight are lost. */
  resumed: { readonly deadline: number }
  /** The user wants another way, or leaves one. */
  leave: { readonly deadline: number }
  /** The user chose this other way. */
  chooseWay: { readonly id: string }
  /** The other way has proven a number. */
  wayFinished: { readonly phone: string; readonly ticket: string | null }
  /** The other way cannot go on. */
  wayFailed: { readonly reason: FallbackReason; readonly code: string | null }
  /** The user wants to try again. */
  retry: { readonly deadline: number }
  /** The user does not want to log in. */
  cancel: Anew
  /** The app starts over. */
  reset: Anew
}

export type EventType = keyof EventData

export type EventOf<E extends EventType> = { readonly type: E } & EventData[E]

export type LoginEvent = { [E in EventType]: EventOf<E> }[EventType]
