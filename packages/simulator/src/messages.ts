// What the simulator tells about each message of a login: structured, traceable, and without anything private.
import { type Line, maskMsisdn } from '@local-number/protocol'

export type MessageCall = 'getMobile' | 'getToken' | 'verify'

export interface MessageRecord {
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly at: number
  readonly line: Line
  readonly call: MessageCall
  /** `null` on the test line and for calls of a server. */
  readonly handset: string | null
  /** What the caller was answered at the top: `500` for every failed getMobile, `0` when the connection was dropped. */
  readonly outerCode: string
  /** What really was: the same as `outerCode` but for a failed getMobile. */
  readonly innerCode: string
  /** `''` where the message names none, or one that no client of the carrier would make. */
  readonly appId: string
  /** This message's own id. getMobile and getToken of one login share it. */
  readonly msgId: string
  /** Of a verify: the msgId of the login that its token belongs to, if it has reached a token. */
  readonly takingMsgId?: string
  /** `138****8000`, or `''` if no number was found. */
  readonly msisdnMasked: string
  /** Time to answer, in milliseconds. */
  readonly ms: number
}

export type MessageListener = (message: MessageRecord) => void

const TRACEABLE = /^[\w.-]{1,64}$/

/**
 * The part of a record that ties it to a login, fit to be logged.
 *
 * @param sent the message's own ids, unchecked
 * @param number the number that was found behind the message, if any
 */
export function messageIds(sent: { readonly appId: string; readonly msgId: string }, number?: string) {
  return {
    appId: traceable(sent.appId),
    msgId: traceable(sent.msgId),
    msisdnMasked: number === undefined ? '' : maskMsisdn(number),
  }
}

function traceable(id: string): string {
  return TRACEABLE.test(id) ? id : ''
}
