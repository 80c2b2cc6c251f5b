// What a trace of a login is made of: every call that the carrier saw, taken apart, masked and fit to be maskText.
// The admin API answers with these shapes, the console draws them. Types only.
import type { Line } from '@local-number/protocol'
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { FaultEffect } from './fault'
import type { SignatureScheme } from './signing'

/** `underWay`: no verify call has come yet. A login that failed on the way is `failed` until it is tried further. */
export type TraceOutcome = 'underWay' | 'verified' | 'notThisNumber' | 'failed'

/** One login as the carrier saw it, in a line. */
export interface TraceSummary {
  /** 32 lower-case hex digits. Every answer of the carrier's paths names it in `x-trace-id`. */
  readonly id: string
  readonly line: Line
  /** `''` where the first message named none that can be maskText. */
  readonly appId: string
  /** The handset it came from; `null` on the test line and for a verify call that belongs to no login. */
  readonly handset: string | null
  /** The login's own msgId, `''` if none could be read. */
  readonly msgId: string
  /** Those of its verify calls, the newest last: each has one of its own, and a business server logs no other. */
  readonly verifyMsgIds: readonly string[]
  /** `138****8000`, `''` until a number was found. */
  readonly msisdnMasked: string
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly startedAt: number
  readonly outcome: TraceOutcome
  /** The last answer's inner code, `0` if it was dropped, `HTTP 503` if it had none; `''` while the first call is under way. */
  readonly lastCode: string
  readonly exchanges: number
}

export interface Trace extends Omit<TraceSummary, 'exchanges'> {
  readonly exchanges: readonly Exchange[]
}

/** One call of the login: what was asked, what the carrier made of it, and what it answered. */
export interface Exchange {
  /** Rises over all traces of one simulator. */
  readonly seq: number
  readonly call: Call
  /** Milliseconds since 1970, by the simulator's clock, when the request had arrived. */
  readonly at: number
  readonly request: ExchangeRequest
  /** What header enrichment did. Of getMobile on the production line only. */
  readonly enrichment?: Enrichment
  /** The text that getToken's sign must sign, taken apart in its order. */
  readonly preSign?: readonly Part[]
  /** Of getToken and verify, once the platform has come to the signature. */
  readonly signature?: SignatureFinding
  /** Of verify, once the platform has come to phoneNum. */
  readonly phoneNum?: PhoneNumFinding
  /** The faults that were applied to this call, in their order. */
  readonly faults: readonly FaultEffect[]
  /** `null` while the call is under way. */
  readonly answer: ExchangeAnswer | null
}

/** A named piece of a message. Values are a stranger's text: masked, and cut to 2,000 characters, but never trusted. */
export interface Part {
  readonly name: string
  readonly value: string
}

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** `query.msgId`, `header.appId`, `body.sign` … in the order they came. Empty if the body was no JSON. */
  readonly fields: readonly Part[]
  /** The Referer, `''` without one. */
  readonly referer: string
}

export interface Enrichment {
  readonly openType: string
  /** `138****8000`, or `null` when no number was inserted. */
  readonly insertedMasked: string | null
  /** The handset whose SIM the request left through: another one's on a hotspot. */
  readonly via: string
  /** Why no number was inserted. */
  readonly cause: 'wifi' | 'otherCarrier' | 'dataOnlySim' | 'offline' | null
}

/** Which of the filed keys a signature fits, or why none. */
export type SignatureFinding = {
  /** What the signature had to be of. A token in it is masked. */
  readonly expectedText: string
  readonly expectedParts: readonly Part[]
  readonly scheme: SignatureScheme
  /** SHA-256 fingerprints of the filed customer public keys, 16 hex digits. */
  readonly registeredKeys: readonly string[]
} & (
  | { readonly verified: true; readonly key: string }
  | { readonly verified: false; readonly reason: SignatureReason; readonly found: string }
)

/**
 * Why a signature was refused, the most telling reason that could be established. `found` of the finding says what was
 * found instead: an encoding, an algorithm, an appId, or a text.
 *
 * - `malformed`: no signature in any encoding
 * - `otherEncoding`: the right signature, written as `found`
 * - `otherAlgorithm`: by a filed key, over the right text, with `found`
 * - `otherText`: by a filed key, over another text; `found` is that text if it could be guessed, else `''`
 * - `keyOfAnotherApp`: by the key of the app `found`
 * - `platformKey`: by the platform's own key: public and private halves were mixed up
 * - `unknownKey`: by no key that is filed here
 */
export type SignatureReason =
  | 'malformed'
  | 'otherEncoding'
  | 'otherAlgorithm'
  | 'otherText'
  | 'keyOfAnotherApp'
  | 'platformKey'
  | 'unknownKey'

/** What came out of phoneNum. `typedMasked` is the number that the user had typed. */
export type PhoneNumFinding =
  | { readonly opened: true; readonly typedMasked: string }
  | { readonly opened: false; readonly reason: PhoneNumReason }

/**
 * - `notBase64`: not the base64 of anything
 * - `wrongLength`: no whole number of blocks of the platform key's size: encrypted with a key of another size
 * - `cannotOpen`: PKCS#1 v1.5 padding was not found: another key, or another padding
 * - `noNumber`: the opened text does not begin with 11 digits
 * - `otherAppKey`: the number is followed by something else than the appKey
 * - `otherTimestamp`: number and appKey are right, the time is not the header's
 */
export type PhoneNumReason = 'notBase64' | 'wrongLength' | 'cannotOpen' | 'noNumber' | 'otherAppKey' | 'otherTimestamp'

export interface ExchangeAnswer {
  /** Time to answer, in milliseconds. */
  readonly ms: number
  /** `null` when the connection was dropped. */
  readonly status: number | null
  /** What the caller could see: `500` for every failed getMobile, `0` for a dropped connection. */
  readonly outerCode: string
  /** What really was. */
  readonly innerCode: string
  /** The cause, if the simulator knows it; its text and remedy are in `@local-number/protocol/advice`. */
  readonly cause: CauseId | null
}

/** `event: exchange` of `GET /_sim/events`: a call came in or was answered. */
export interface ExchangeEvent {
  readonly trace: TraceSummary
  readonly exchange: Exchange
}
