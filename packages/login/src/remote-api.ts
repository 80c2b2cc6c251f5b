// The business server's two calls over whatever carries a request to it and an answer back.
import type { PostAnswer } from '@local-number/jssdk'
import { BUSINESS_PATHS, type BusinessPath, type SignRequest, type VerifyRequest } from '@local-number/protocol'
import { fieldsOf, MALFORMED_ANSWER, readSignAnswer, readVerifyAnswer, textOr } from './answers'
import { type ApiCall, type LoginApi, LoginApiError } from './ports'

/** Rejects only when there was no answer at all. */
export type Exchange = (path: BusinessPath, request: SignRequest | VerifyRequest, call: ApiCall) => Promise<PostAnswer>

/**
 * Its calls reject with a {@link LoginApiError} when the server refuses (its own code) or answers something else
 * (`malformedAnswer`), and with the exchange's error when it cannot be reached.
 */
export function createRemoteApi(exchange: Exchange): LoginApi {
  const send: (...args: Parameters<Exchange>) => Promise<unknown> = async (path, request, call) => {
    const { status, body } = await exchange(path, request, call)
    if (status >= 200 && status <= 299) return body
    const refusal = fieldsOf(body)
    throw new LoginApiError(textOr(refusal.code, MALFORMED_ANSWER), textOr(refusal.traceId, call.traceId))
  }
  return {
    sign: async (request, call) => readSignAnswer(await send(BUSINESS_PATHS.sign, request, call), call.traceId),
    verify: async (request, call) => readVerifyAnswer(await send(BUSINESS_PATHS.verify, request, call), call.traceId),
  }
}
