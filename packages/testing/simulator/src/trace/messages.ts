// One answered call, for the terminal.
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import type { ExchangeEvent } from '@local-number/simulator-contract'
import { toTraceableId } from './masking'

/** One answered call, for the terminal: without private data. */
export interface MessageRecord {
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly at: number
  readonly line: Line
  readonly call: Call
  /** `null` on the test line and for calls of a server. */
  readonly handset: string | null
  /** The code that the caller saw: `500` for every failed getMobile, `0` if the connection was dropped. */
  readonly outerCode: string
  /** The concrete code: differs from `outerCode` for a failed getMobile. `''` if a fault answered for the platform. */
  readonly innerCode: string
  /** `''` if the message has none, or one that no client of the carrier would send. */
  readonly appId: string
  /** This message's own id. getMobile and getToken of one login share it. */
  readonly msgId: string
  /** Of a verify that reached a token: the msgId of the number retrieval that the token comes from. */
  readonly retrievalMsgId?: string
  /** `138****8000`, or `''` if no number was found. */
  readonly msisdnMasked: string
  /** Time to answer, in milliseconds. */
  readonly ms: number
  /** The trace of the login. */
  readonly traceId: string
}

export type MessageListener = (message: MessageRecord) => void

/** `null` while the call is under way. */
export function toMessage({ trace, exchange }: ExchangeEvent): MessageRecord | null {
  const { call, at, request, answer } = exchange
  if (!answer) return null
  const getSentId = (name: string) =>
    toTraceableId(request.fields.find((field) => `.${field.name}`.endsWith(`.${name}`))?.value ?? '')
  return {
    at,
    line: trace.line,
    call,
    handset: call === 'verify' ? null : trace.handset,
    outerCode: answer.outerCode || String(answer.status),
    innerCode: answer.innerCode,
    appId: getSentId('appId'),
    msgId: getSentId('msgId'),
    ...(call === 'verify' && trace.msgId ? { retrievalMsgId: trace.msgId } : {}),
    msisdnMasked: trace.msisdnMasked,
    ms: answer.ms,
    traceId: trace.id,
  }
}
