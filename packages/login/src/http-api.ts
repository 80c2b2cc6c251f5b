// The business server over HTTP: our own backend, or one that speaks like it.
import type { Transport } from '@local-number/jssdk'
import { BUSINESS_PATHS, TRACE_HEADER } from '@local-number/protocol'
import { fieldsOf, MALFORMED_ANSWER, readSignAnswer, readVerifyAnswer, textOr } from './answers'
import { type ApiCall, type LoginApi, LoginApiError } from './ports'

export interface HttpApiOptions {
  /** Scheme, host and path in front of `/api/local-number/…`. In a mini-program its host must be on the domain list. */
  readonly baseUrl: string
  /** Sent with every call, e.g. an authorization of the app's own. Cookies are not. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The API over a transport, e.g. `wxTransport(wx)` or `fetchTransport(fetch)` of the SDK's editions. Its calls reject with
 * a {@link LoginApiError} when the server refuses (its own code) or answers something else (`malformedAnswer`), and with
 * the transport's error when it cannot be reached.
 */
export function createHttpApi({ baseUrl, headers }: HttpApiOptions, post: Transport): LoginApi {
  const root = baseUrl.replace(/\/+$/, '')
  const send = async (path: string, request: unknown, { traceId, signal }: ApiCall): Promise<unknown> => {
    const { status, body } = await post({
      url: root + path,
      body: request,
      headers: { ...headers, [TRACE_HEADER]: traceId },
      signal,
    })
    if (status >= 200 && status <= 299) return body
    const refusal = fieldsOf(body)
    throw new LoginApiError(textOr(refusal.code, MALFORMED_ANSWER), textOr(refusal.traceId, traceId))
  }
  return {
    sign: async (request, call) => readSignAnswer(await send(BUSINESS_PATHS.sign, request, call), call.traceId),
    verify: async (request, call) => readVerifyAnswer(await send(BUSINESS_PATHS.verify, request, call), call.traceId),
  }
}
