// The business server over HTTP: our own backend, or one that speaks the same API.
import type { Transport } from '@local-number/jssdk'
import { TRACE_HEADER } from '@local-number/protocol'
import type { LoginApi } from './ports'
import { createRemoteApi } from './remote-api'

export interface HttpApiOptions {
  /** Scheme, host and path in front of `/api/local-number/…`. In a mini-program its host must be on the domain list. */
  readonly baseUrl: string
  /**
   * Sent with every call, e.g. the app's own authorization. Cookies are not sent.
   *
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The API over a transport, e.g. `createWxTransport(wx)` or `createFetchTransport(fetch)` of the SDK's editions. Its
 * calls reject with a `LoginApiError` when the server refuses, and with the transport's error when it cannot be
 * reached.
 *
 * @example
 * ```ts
 * const api = createHttpApi({ baseUrl: 'https://login.example.com' }, createFetchTransport(fetch))
 * ```
 */
export function createHttpApi({ baseUrl, headers }: HttpApiOptions, post: Transport): LoginApi {
  const root = baseUrl.replace(/\/+$/, '')
  return createRemoteApi((path, body, { traceId, signal }) =>
    post({ url: root + path, body, headers: { ...headers, [TRACE_HEADER]: traceId }, signal }),
  )
}
