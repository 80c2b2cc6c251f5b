// Faults: what can be made to go wrong on top of what the platform would have answered. Types only.
import type { Call } from '@local-number/protocol/return-codes'

/** What goes wrong. Several at once are applied together, e.g. `{ delayMs: 2000, status: 503 }`. */
export interface FaultEffect {
  /** The platform answers with this return code and does nothing else: no token is made or spent. */
  readonly code?: string
  /** The answer waits this long, in milliseconds (0–600,000). */
  readonly delayMs?: number
  /** Up to this many milliseconds more or less than `delayMs`, at random. */
  readonly jitterMs?: number
  /** The connection ends: before the platform has heard the `request`, or after it has acted, without the `answer`. */
  readonly drop?: 'request' | 'answer'
  /** 500–599: an HTML page of some proxy; the platform does not hear of the call. */
  readonly status?: number
  /** A redirect to this address, as a captive portal does; the platform does not hear of the call. */
  readonly redirect?: string
  /** The answer is cut in the middle of its JSON. Of getToken and verify. */
  readonly malformedJson?: true
  /** The answer claims to be of this type. */
  readonly contentType?: string
  /** The body dribbles in over this time, in milliseconds (0–600,000). */
  readonly slowBodyMs?: number
  /** The image ends in the middle. Of getMobile. */
  readonly truncatedImage?: true
  /** The answer echoes another msgId. Of getToken and verify. */
  readonly wrongMsgId?: true
}

/** What a fault is asked for with: `POST /_sim/faults`. */
export interface FaultRequest {
  readonly call: Call
  readonly effect: FaultEffect
  /** The id of the handset whose logins it concerns: a verify call is of the login that its token is of. Default: all. */
  readonly handset?: string
  /** How many calls; `null` is until it is cleared. Default: 1. */
  readonly times?: number | null
}

/** A fault that is switched on. */
export interface Fault {
  readonly id: string
  readonly call: Call
  readonly handset: string | null
  /** Calls that it will still concern; `null` is until it is cleared. */
  readonly times: number | null
  readonly effect: FaultEffect
}
