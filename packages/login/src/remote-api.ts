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
import { type ApiCall, type LoginApi, LoginApiError, MALFORMED_ANSWER } from './ports'

/** Rejects only when there was no answer at all. */
export type Exchange = (path: BusinessPath, request: BusinessRequest, call: ApiCall) => Promise<PostAnswer>

/**
 * Its calls reject with a {@link LoginApiError} when the status is not a 2xx: with the server's code, or with
 * `malformedAnswer` when there is none. They reject with the exchange's error when the server cannot be reached.
 * What a 2xx carries is passed on as it is: the login validates every answer.
 */
export function createRemoteApi(exchange: Exchange): LoginApi {
  const send: (...args: Parameters<Exchange>) => Promise<unknown> = async (path, request, call) => {
    const { status, body } = await exchange(path, request, call)
    if (status >= 200 && status <= 299) return body
    const refusal = toRecord(body)
    throw new LoginApiError(readCode(refusal.code, MALFORMED_ANSWER), {
      traceId: readText(refusal.traceId, call.traceId),
      serverTime: typeof refusal.serverTime === 'number' ? refusal.serverTime : undefined,
      reason: readCode(refusal.reason, '') || undefined,
    })
  }
  return {
    sign: async (request, call) => (await send(BUSINESS_PATHS.sign, request, call)) as SignAnswer,
    consent: async (request, call) => (await send(BUSINESS_PATHS.consent, request, call)) as ConsentAnswer,
    verify: async (request, call) => (await send(BUSINESS_PATHS.verify, request, call)) as VerifyAnswer,
  }
}
