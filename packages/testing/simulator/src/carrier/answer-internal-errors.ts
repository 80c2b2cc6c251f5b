// Answers unexpected errors with the platform's "系统异常" (999999) and a trace id, and reports them to the operator.
import type { CarrierContext, CarrierMiddleware } from '../http/context'
import type { ErrorListener } from '../http/report-errors'
import { type Refusal, refuse } from '../platform/checks'
import { getReturnCodeText } from '../platform/codes'
import { GET_MOBILE_FAILED } from './get-mobile'

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
      const decision = refuse('999999', 'networkUnstable')
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
  const isGetMobile = ctx.state.exchange.call === 'getMobile'
  const outerCode = isGetMobile ? GET_MOBILE_FAILED : code
  ctx.state.exchange.recordOutcome({ outerCode, innerCode: code, cause })
  ctx.status = isGetMobile ? 500 : 200
  ctx.body = {
    header: { resultCode: outerCode },
    body: { token: '', resultDesc: getReturnCodeText(outerCode), innerCode: code, innerDesc: getReturnCodeText(code) },
  }
}
