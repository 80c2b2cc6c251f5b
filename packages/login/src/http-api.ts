// The business server over HTTP: our own backend, or one that speaks the same API.
import type { Transport } from '@local-number/jssdk'
import { TRACE_HEADER } from '@local-number/protocol'
import type { LoginApi } from './ports'
import { createLoginApi, createRemoteCall, type RemoteCall } from './remote-api'

export interface HttpApiOptions {
  /** Scheme, host and path in front of `/api/local-number/…`. In a mini-program its host must be on the domain list. */
  readonly baseUrl: string
  /**
   * Sent with every call, e.g. the app's own authorization. Cookies are not sent. Names are case-insensitive; a content
   * type of your own replaces `application/json`, the trace id cannot be replaced.
   *
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Calls over a transport, e.g. `createWxTransport(wx)` or `createFetchTransport(fetch)` of the SDK's editions. They
 * reject with a `LoginApiError` when the server refuses, and with the transport's error when it cannot be reached.
 *
 * @example
 * ```ts
 * const call = createHttpCall({ baseUrl: 'https://login.example.com' }, createFetchTransport(fetch))
 * ```
 */
export function createHttpCall({ baseUrl, headers }: HttpApiOptions, post: Transport): RemoteCall {
  const root = baseUrl.replace(/\/+$/, '')
  return createRemoteCall((path, body, { traceId, signal }) =>
    post({ url: root + path, body, headers: mergeHeaders(JSON_TYPE, headers, { [TRACE_HEADER]: traceId }), signal }),
  )
}

/**
 * The login's API over {@link createHttpCall}.
 *
 * @example
 * ```ts
 * const api = createHttpApi({ baseUrl: 'https://login.example.com' }, createFetchTransport(fetch))
 * ```
 */
export function createHttpApi(options: HttpApiOptions, post: Transport): LoginApi {
  return createLoginApi(createHttpCall(options, post))
}

const JSON_TYPE = { 'content-type': 'application/json' }

type Headers = Readonly<Record<string, string>>

/** Names of two spellings are one header: `fetch` would join their values, and `wx.request` send both. The last wins. */
function mergeHeaders(...all: ReadonlyArray<Headers | undefined>): Headers {
  const merged: Record<string, string> = {}
  for (const headers of all) {
    for (const name of Object.keys(headers ?? {})) merged[name.toLowerCase()] = headers?.[name] ?? ''
  }
  return merged
}
