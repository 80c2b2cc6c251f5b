// What is told about each message of a login, in a line: structured, traceable, and without anything private.
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import type { ExchangeEvent } from '@local-number/simulator-contract'
import { traceableId } from './trace/masking'

export interface MessageRecord {
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly at: number
  readonly line: Line
  readonly call: Call
  /** `null` on the test line and for calls of a server. */
  readonly handset: string | null
  /** What the caller was answered at the top: `500` for every failed getMobile, `0` when the connection was dropped. */
  readonly outerCode: string
  /** What really was: the same as `outerCode` but for a failed getMobile. `''` if a fault answered for the platform. */
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
  /** The trace of the login. */
  readonly traceId: string
}

export type MessageListener = (message: MessageRecord) => void

/** `null` while the call is under way. */
export function messageOf({ trace, exchange }: ExchangeEvent): MessageRecord | null {
  const { call, at, request, answer } = exchange
  if (!answer) return null
  const sent = (name: string) =>
    traceableId(request.fields.find((field) => field.name.endsWith(`.${name}`))?.value ?? '')
  return {
    at,
    line: trace.line,
    call,
    handset: call === 'verify' ? null : trace.handset,
    outerCode: answer.outerCode || String(answer.status),
    innerCode: answer.innerCode,
    appId: sent('appId'),
    msgId: sent('msgId'),
    ...(call === 'verify' && trace.msgId ? { takingMsgId: trace.msgId } : {}),
    msisdnMasked: trace.msisdnMasked,
    ms: answer.ms,
    traceId: trace.id,
  }
}
