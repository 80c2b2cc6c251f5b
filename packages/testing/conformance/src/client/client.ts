// The object under test, with the document's four methods [S 2.2–2.5].

import type { HttpsClient, HttpsDevice } from './https/client'

/** What the callbacks of `getTokenInfo` receive. The suite validates it. */
export interface TokenResult {
  readonly code?: unknown
  readonly message?: unknown
  readonly token?: unknown
  readonly userInformation?: unknown
}

export interface Callbacks<Result> {
  success(result: Result): void
  error(result: Result): void
}

/** Parameters of `getImgSrc` and, with `sign`, of `getTokenInfo`. */
export interface ClientData {
  readonly appId?: string
  readonly openType?: string
  readonly expandParams?: string
  readonly isTest?: unknown
  readonly sign?: string
}

export interface Client {
  getConnection(options: { readonly appId: string } & Callbacks<{ readonly netType?: unknown }>): unknown
  getImgSrc(data: ClientData): unknown
  getSign(appId: string): unknown
  getTokenInfo(options: { readonly data: ClientData } & Callbacks<TokenResult>): unknown
}

/** A client SDK under test. Every scenario opens it on a phone of its own. */
export interface ClientSubject {
  /** @param wx the phone's `wx`, which is also the global `wx` */
  open(wx: object): Client
  /** Opens the HTTPS edition. @default the SDK has the image edition only */
  openHttps?(device: HttpsDevice): HttpsClient
}

const METHODS = ['getConnection', 'getImgSrc', 'getSign', 'getTokenInfo'] as const satisfies readonly (keyof Client)[]

export function isClient(value: unknown): value is Client {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  return METHODS.every((method) => typeof (value as Record<string, unknown>)[method] === 'function')
}
