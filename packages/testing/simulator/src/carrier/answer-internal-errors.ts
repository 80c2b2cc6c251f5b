// Answers unexpected errors with the platform's own code for them ("系统异常") and a trace id, and reports them to the
// operator.
import type { Call } from '@local-number/protocol/return-codes'
import type { CarrierContext, CarrierMiddleware } from '../http/context'
import type { ErrorListener } from '../http/report-errors'
import { type Refusal, refuse } from '../platform/checks'
import { type FailureCode, getReturnCodeText } from '../platform/codes'
import { GET_MOBILE_FAILED } from './get-mobile'

const INTERNAL_ERRORS: Readonly<Record<Call, FailureCode>> = {
  getMobile: '999999',
  getToken: '999999',
  httpsGetMobile: '103211',
  verify: '999999',
}

/** @param answer answers like any other refusal: in the app's dialect, with the ids of the request */
export function answerInternalErrors(
  onError: ErrorListener,
  answer: (ctx: CarrierContext, decision: Refusal) => void,
): CarrierMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      onError(error, ctx.state.exchange.traceId)
      const decision = refuse(INTERNAL_ERRORS[ctx.state.exchange.call], 'networkUnstable')
      // Resets what a half-written answer has set.
      ctx.status = 200
      try {
        answer(ctx, decision)
      } catch {
        // The same error again, which has been reported.
        writeMinimalAnswer(ctx, decision)
      }
    }
  }
}

/** Uses nothing that can fail: neither the platform nor the request. */
function writeMinimalAnswer(ctx: CarrierContext, { code, cause }: Refusal): void {
  const { call } = ctx.state.exchange
  const isGetMobile = call === 'getMobile'
  const outerCode = isGetMobile ? GET_MOBILE_FAILED : code
  ctx.state.exchange.recordOutcome({ outerCode, innerCode: code, cause })
  ctx.status = isGetMobile ? 500 : 200
  const resultDesc = getReturnCodeText(call, outerCode)
  ctx.body =
    call === 'httpsGetMobile'
      ? { header: {}, body: { resultCode: code, resultDesc, token: '' } }
      : {
          header: { resultCode: outerCode },
          body: { token: '', resultDesc, innerCode: code, innerDesc: getReturnCodeText(call, code) },
        }
}
