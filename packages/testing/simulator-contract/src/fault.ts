// Faults: failures that the simulator produces on request. Types, and which calls can have which.
import { CALLS } from '@local-number/protocol/return-codes'

/** What a fault can concern: a call of the login, or the delivery of a text message. */
export type FaultCall = (typeof FAULT_CALLS)[number]

export const FAULT_CALLS = [...CALLS, 'textMessage'] as const

/** What goes wrong. Several effects are applied together, e.g. `{ delayMs: 2000, status: 503 }`. */
export interface FaultEffect {
  /** The platform answers with this return code and does nothing else: it neither issues nor spends a token. */
  readonly code?: string
  /** The answer waits this long, and a text message arrives this late, in milliseconds (0–600,000). */
  readonly delayMs?: number
  /** Up to this many milliseconds more or less than `delayMs`, at random. */
  readonly jitterMs?: number
  /** The connection ends: before the platform gets the `request`, or after it has acted, without the `answer`. */
  readonly drop?: 'request' | 'answer'
  /** 500–599: the HTML page of a proxy; the platform does not get the call. */
  readonly status?: number
  /** A redirect to this URL, as from a captive portal; the platform does not get the call. */
  readonly redirect?: string
  /** The answer ends in the middle of its JSON. For all calls but getMobile. */
  readonly malformedJson?: true
  /** The answer claims to be of this type. */
  readonly contentType?: string
  /** The body arrives piece by piece over this time, in milliseconds (0–600,000). */
  readonly slowBodyMs?: number
  /** The image ends in the middle. For getMobile. */
  readonly truncatedImage?: true
  /** The answer echoes another msgId. For all calls but getMobile. */
  readonly wrongMsgId?: true
  /** The carrier accepts the text message, and it never arrives. */
  readonly lost?: true
  /** The text message arrives twice. */
  readonly duplicated?: true
  /** The carrier refuses the number: nothing is sent. */
  readonly refused?: true
}

const JSON_CALLS: readonly FaultCall[] = ['getToken', 'httpsGetMobile', 'verify']
const MESSAGES: readonly FaultCall[] = ['textMessage']

/** Which calls can have an effect: an image has no JSON, the other answers no image, and a text message no answer. */
export const CALLS_OF_EFFECT: Readonly<Record<keyof FaultEffect, readonly FaultCall[]>> = {
  code: CALLS,
  delayMs: FAULT_CALLS,
  jitterMs: CALLS,
  drop: CALLS,
  status: CALLS,
  redirect: CALLS,
  malformedJson: JSON_CALLS,
  contentType: CALLS,
  slowBodyMs: CALLS,
  truncatedImage: ['getMobile'],
  wrongMsgId: JSON_CALLS,
  lost: MESSAGES,
  duplicated: MESSAGES,
  refused: MESSAGES,
}

/** The body of `POST /_sim/faults`. */
export interface FaultRequest {
  readonly call: FaultCall
  readonly effect: FaultEffect
  /**
   * The id of the handset whose logins are concerned; a verify call belongs to the login of its token, a text message to
   * the handset that has its number.
   *
   * @default all handsets
   */
  readonly handset?: string
  /**
   * The number of calls; `null` lasts until the fault is cleared.
   *
   * @default 1
   */
  readonly times?: number | null
}

/** A fault that is switched on. */
export interface Fault {
  readonly id: string
  readonly call: FaultCall
  /** `null` for all handsets. */
  readonly handset: string | null
  /** The number of calls left; `null` lasts until the fault is cleared. */
  readonly times: number | null
  readonly effect: FaultEffect
}
