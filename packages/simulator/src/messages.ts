// What the simulator tells about each message of a login: structured, traceable, and without anything private.
import type { Line } from '@local-number/protocol'

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
  /** The msgId of the number taking that a verify's token goes back to; `''` elsewhere and if the token is unknown. */
  readonly takingMsgId: string
  /** `138****8000`, or `''` if no number was found. */
  readonly msisdnMasked: string
  /** Time to answer, in milliseconds. */
  readonly ms: number
}

export type MessageListener = (message: MessageRecord) => void

const TRACEABLE = /^[\w.-]{1,64}$/

/** A stranger's id as a log may show it. */
export function traceable(id: string): string {
  return TRACEABLE.test(id) ? id : ''
}

/** For a message that nobody has read. */
export const NO_MESSAGE_IDS = { appId: '', msgId: '', takingMsgId: '', msisdnMasked: '' } as const
