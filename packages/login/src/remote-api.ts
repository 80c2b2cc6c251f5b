// The business server's calls over any exchange of a request and its answer.
import type { PostAnswer } from '@local-number/jssdk'
import {
  BUSINESS_PATHS,
  type BusinessPath,
  type BusinessRequest,
  type ConsentAnswer,
  type SignAnswer,
  type VerifyAnswer,
} from '@local-number/protocol'
import { readCode, readText, toRecord } from './answers'
import { type ApiCall, GATEWAY_ERROR, type LoginApi, LoginApiError, MALFORMED_ANSWER } from './ports'

/** Rejects only when there was no answer at all. */
export type Exchange = (path: BusinessPath, request: BusinessRequest, call: ApiCall) => Promise<PostAnswer>

/** A call of any route of the business server. What a 2xx carries is passed on as it is: the caller validates it. */
export type RemoteCall = (path: BusinessPath, request: BusinessRequest, call: ApiCall) => Promise<unknown>

/** By proxies and load balancers whose server does not answer. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504]

/**
 * Its calls reject with a {@link LoginApiError} when the status is not a 2xx: with the server's code, or without one
 * with `gatewayError` or `malformedAnswer`, by the status. They reject with the exchange's error when the server cannot
 * be reached.
 */
export function createRemoteCall(exchange: Exchange): RemoteCall {
  return async (path, request, call) => {
    const { status, body } = await exchange(path, request, call)
    if (status >= 200 && status <= 299) return body
    const refusal = toRecord(body)
    const withoutCode = GATEWAY_STATUSES.includes(status) ? GATEWAY_ERROR : MALFORMED_ANSWER
    throw new LoginApiError(readCode(refusal.code, withoutCode), {
      traceId: readText(refusal.traceId, call.traceId),
      serverTime: readNumber(refusal.serverTime),
      reason: readCode(refusal.reason, '') || undefined,
      retryAfterMs: readNumber(refusal.retryAfterMs),
    })
  }
}

/** What the login asks of a business server. */
export function createLoginApi(send: RemoteCall): LoginApi {
  return {
    sign: async (request, call) => (await send(BUSINESS_PATHS.sign, request, call)) as SignAnswer,
    consent: async (request, call) => (await send(BUSINESS_PATHS.consent, request, call)) as ConsentAnswer,
    verify: async (request, call) => (await send(BUSINESS_PATHS.verify, request, call)) as VerifyAnswer,
  }
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
