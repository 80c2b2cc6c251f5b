// The trace of a login: every call that the carrier saw, with its fields, masked. The admin API answers with these
// types, the console draws them.
import type { Line } from '@local-number/protocol'
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { FaultEffect } from './fault'
import type { Carrier } from './handset'
import type { SignatureScheme } from './signing'

/**
 * - `underWay`: there was no verify call yet
 * - `unfinished`: nor will there be a successful one, since a token of its last call would have expired
 * - `failed`: a login that failed on the way, until it continues
 */
export type TraceOutcome = 'underWay' | 'unfinished' | 'verified' | 'notThisNumber' | 'failed'

/** One login as the carrier saw it, without its calls. */
export interface TraceSummary {
  /** 32 lower-case hex digits: the `x-trace-id` of every answer to these calls. */
  readonly id: string
  readonly line: Line
  /** `''` if the first message had none, or one that must not be shown. */
  readonly appId: string
  /** The login's handset; `null` on the test line, and for a verify call that belongs to no login. */
  readonly handset: string | null
  /** The login's own msgId; `''` if it is missing or malformed. */
  readonly msgId: string
  /** The msgIds of its verify calls, the newest last: each has its own, and business servers log only these. */
  readonly verifyMsgIds: readonly string[]
  /** `138****8000`; `''` until a number was found. */
  readonly msisdnMasked: string
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly startedAt: number
  readonly outcome: TraceOutcome
  /** Inner code of the last answer: `0` if it was dropped, `HTTP 503` without a code, `''` during the first call. */
  readonly lastCode: string
  /** How many calls it has. */
  readonly exchanges: number
}

export interface Trace extends Omit<TraceSummary, 'exchanges'> {
  readonly exchanges: readonly Exchange[]
}

/** One call of the login: the request, what the platform found out, and the answer. */
export interface Exchange {
  /** Increases over all traces of one simulator. */
  readonly seq: number
  readonly call: Call
  /** Milliseconds since 1970, by the simulator's clock, when the request had arrived. */
  readonly at: number
  readonly request: ExchangeRequest
  /** What header enrichment did. For getMobile and httpsGetMobile on the production line only. */
  readonly enrichment?: Enrichment
  /** The parts of the pre-sign, in order. For getToken and httpsGetMobile. */
  readonly preSign?: readonly Part[]
  /** For getToken and verify, once the platform has checked the signature. */
  readonly signature?: SignatureFinding
  /** For httpsGetMobile, once the platform has checked the signature. */
  readonly md5?: Md5Finding
  /** For verify, once the platform has decrypted phoneNum. */
  readonly phoneNum?: PhoneNumFinding
  /** The effects of the faults that were applied, in order. */
  readonly faults: readonly FaultEffect[]
  /** `null` while the call is under way. */
  readonly answer: ExchangeAnswer | null
}

/** A named piece of a message. Values are untrusted text, masked and cut to 2,000 characters. */
export interface Part {
  readonly name: string
  readonly value: string
}

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** `query.msgId`, `header.appId`, `body.sign` … in the request's order. Empty if the body was not JSON. */
  readonly fields: readonly Part[]
  /** The Referer; `''` without one. */
  readonly referer: string
}

export interface Enrichment {
  /** `''` in the HTTPS edition, which has none. */
  readonly openType: string
  /** `138****8000`; `null` if no number was inserted. */
  readonly insertedMasked: string | null
  /** The id of the handset whose SIM the request left through: another one on a hotspot. */
  readonly via: string
  /** Why no number was inserted. `noMobileData`: the request was bound to mobile data, which the handset cannot use. */
  readonly cause: 'wifi' | 'otherCarrier' | 'dataOnlySim' | 'iotSim' | 'offline' | 'noMobileData' | null
  /** Whose subscriber it is. With the cause `otherCarrier` only. */
  readonly owner?: Carrier
}

/** Which of the registered keys verifies the signature, or why none does. */
export type SignatureFinding = {
  /** The text that had to be signed. A token in it is masked. */
  readonly expectedText: string
  readonly expectedParts: readonly Part[]
  readonly scheme: SignatureScheme
  /** SHA-256 fingerprints of the registered customer public keys, 16 hex digits each. */
  readonly registeredKeys: readonly string[]
} & (
  | { readonly verified: true; readonly key: string }
  | { readonly verified: false; readonly reason: SignatureReason; readonly found: string }
)

/**
 * Why a signature was refused: the most telling reason that could be established. `found` is what was found instead: an
 * encoding, an algorithm, an appId, or a text.
 *
 * - `malformed`: not a signature in any encoding
 * - `otherEncoding`: the right signature in the encoding `found`
 * - `otherAlgorithm`: by a registered key, over the right text, with the algorithm `found`
 * - `otherText`: by a registered key, over another text; `found` is that text if it could be guessed, else `''`
 * - `keyOfAnotherApp`: by the key of the app `found`
 * - `platformKey`: by the platform's own key: the two key pairs were mixed up
 * - `unknownKey`: by a key that is not registered here
 */
export type SignatureReason =
  | 'malformed'
  | 'otherEncoding'
  | 'otherAlgorithm'
  | 'otherText'
  | 'keyOfAnotherApp'
  | 'platformKey'
  | 'unknownKey'

/** Whether the MD5 of the HTTPS edition fits, or why it does not. The appKey is shown as `(appKey)`. */
export type Md5Finding = {
  /** The text that had to be hashed. */
  readonly expectedText: string
  readonly expectedParts: readonly Part[]
} & (
  | { readonly verified: true }
  | {
      readonly verified: false
      readonly reason: Md5Reason
      readonly found: string
      /** The parts of the text that was hashed instead, a separator without a name; empty if it is not another one. */
      readonly foundParts: readonly Part[]
    }
)

/**
 * Why an MD5 was refused. `found` names what was found instead: an algorithm, an encoding, a letter case or an appId.
 *
 * - `malformed`: not 32 hex digits
 * - `otherEncoding`: the right MD5 in the encoding `found`
 * - `otherAlgorithm`: not an MD5, but the algorithm `found`
 * - `withoutAppKey`: the right text without the appKey
 * - `appKeyCase`: the appKey in the letter case `found`: `lower` or `upper`
 * - `keyOfAnotherApp`: the appKey of the app `found`
 * - `otherAttempt`: the text of an earlier attempt
 * - `otherText`: other values, separators, or a part left out
 * - `otherOrder`: the right parts in another order
 * - `unknown`: nothing that could be guessed: another appKey, most likely
 */
export type Md5Reason =
  | 'malformed'
  | 'otherEncoding'
  | 'otherAlgorithm'
  | 'withoutAppKey'
  | 'appKeyCase'
  | 'keyOfAnotherApp'
  | 'otherAttempt'
  | 'otherText'
  | 'otherOrder'
  | 'unknown'

/** Whether phoneNum could be decrypted and parsed. `typedMasked` is the typed number. */
export type PhoneNumFinding =
  | { readonly opened: true; readonly typedMasked: string }
  | { readonly opened: false; readonly reason: PhoneNumReason }

/**
 * - `notBase64`: not base64
 * - `wrongLength`: not a whole number of blocks: encrypted with a key of another size
 * - `cannotOpen`: no PKCS#1 v1.5 padding: encrypted with another key, or another padding
 * - `noNumber`: the decrypted text does not begin with 11 digits
 * - `otherAppKey`: the appKey does not follow the number
 * - `otherTimestamp`: number and appKey are right, the timestamp is not the header's
 */
export type PhoneNumReason = 'notBase64' | 'wrongLength' | 'cannotOpen' | 'noNumber' | 'otherAppKey' | 'otherTimestamp'

export interface ExchangeAnswer {
  /** Time to answer, in milliseconds. */
  readonly ms: number
  /** `null` if the connection was dropped. */
  readonly status: number | null
  /** The code that the caller saw: `500` for every failed getMobile, `0` for a dropped connection. */
  readonly outerCode: string
  /** The concrete code. */
  readonly innerCode: string
  /** The cause, if it is known; its text and remedy are in `@local-number/protocol/advice`. */
  readonly cause: CauseId | null
}

/** `event: exchange` of `GET /_sim/events`: a call arrived or was answered. */
export interface ExchangeEvent {
  readonly trace: TraceSummary
  readonly exchange: Exchange
}
