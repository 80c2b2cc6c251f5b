// The HTTPS edition of a client SDK, as the suite calls it (protocol.md §9).
import type { HttpsIds } from '@local-number/protocol'

export interface HttpsTokenRequest {
  readonly appId: string
  /** The carrier's ids and their signature, as the business server answers them. */
  readonly ids: HttpsIds
  readonly sign: string
  /** Pairs of the caller's own. For a mini-program only. */
  readonly expandParams?: Readonly<Record<string, string>>
  /** `'0'` selects the test line. */
  readonly isTest?: unknown
  readonly signal?: AbortSignal
}

/** What a token call gives. The suite validates it. */
export interface HttpsTokenResult {
  readonly token?: unknown
  /** As it was sent. */
  readonly userInformation?: unknown
}

export interface HttpsClient {
  /**
   * Sends the edition's only request. A failure rejects with an error whose `returnCode` is the platform's code as
   * text, and whose `msisdnOwner` is the operator that the platform named.
   */
  requestToken(request: HttpsTokenRequest): Promise<HttpsTokenResult>
}

/** What a client runs on: a mini-program's `wx`, or the members of `window` that a page has. */
export type HttpsDevice = { readonly wx: object } | { readonly browser: object }

export function isHttpsClient(value: unknown): value is HttpsClient {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'requestToken') === 'function'
}
