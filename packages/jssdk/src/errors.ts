// What can go wrong between the page and the carrier. Code branches on `code` (ours) and `returnCode` (the carrier's).
import type { MsisdnOwner } from '@local-number/protocol'

/**
 * - `aborted`: the caller's signal fired.
 * - `timeout`: a time limit in ms was reached.
 * - `requestFailed`: no answer, or an answer that is not of the protocol.
 * - `tokenRefused`: the platform answered without a token; `returnCode` says why.
 * - `invalidParameters`: refused by the SDK, before anything was sent.
 *
 * Only with the carrier's own script, before anything was sent:
 * - `scriptUnusable`: it is not a `YDRZ` object, or it returned no pre-sign or no image address.
 * - `scriptBusy`: it serves one attempt at a time, and another attempt is running.
 * - `idsRepeated`: it would send the same ids twice, which the platform accepts once; only reloading the page helps.
 */
export type SdkErrorCode =
  | 'aborted'
  | 'timeout'
  | 'requestFailed'
  | 'tokenRefused'
  | 'invalidParameters'
  | 'scriptUnusable'
  | 'scriptBusy'
  | 'idsRepeated'

/** The carrier's code for a request that failed [S 2.5.1] and for an interface failure [G][H]. */
export const REQUEST_FAILED = '0'
export const INTERFACE_FAILED = '500'
export const INVALID_PARAMETERS = '130030'

/**
 * The form of the carrier's codes. Any other text may be anything, such as a sentence with a phone number, and goes
 * neither into an error nor to the app.
 */
export const RETURN_CODE = /^\d{1,8}$/

/** Thrown by the promise API. Never holds a token, a signature or a phone number. */
export class SdkError extends Error {
  override readonly name = 'SdkError'

  constructor(
    readonly code: SdkErrorCode,
    message: string,
    /** The carrier's code as text, as the SDK's error callback would name it. */
    readonly returnCode: string = REQUEST_FAILED,
    /** Whose subscriber the carrier's gateway saw instead, with 103111 in the HTTPS edition; else `null`. */
    readonly msisdnOwner: MsisdnOwner | null = null,
  ) {
    super(message)
  }
}

interface Refusal {
  /** `body.resultDesc`: the platform's text, for the page's callback; not part of the message. */
  readonly resultDesc: string
  readonly msisdnOwner: MsisdnOwner | null
}

/** The platform answered without a token. */
export class TokenRefused extends SdkError {
  readonly resultDesc: string

  constructor(message: string, returnCode: string, { resultDesc, msisdnOwner }: Refusal) {
    super('tokenRefused', message, returnCode, msisdnOwner)
    this.resultDesc = resultDesc
  }
}
