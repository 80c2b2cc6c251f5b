// What should not have happened is the platform's "系统异常" (999999), with a trace id and a word to the operator.
import { refusal } from '../platform/checks'
import { resultText } from '../platform/codes'
import type { CarrierMiddleware } from './line'

/** Hears of errors of the simulator itself. */
export type ErrorListener = (error: unknown, traceId: string) => void

export function internalErrors(onError: ErrorListener): CarrierMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      onError(error, ctx.state.exchange.trace.id)
      const { code, cause } = refusal('999999', 'networkUnstable')
      const outerCode = ctx.state.call === 'getMobile' ? '500' : code
      ctx.state.outcome = { outerCode, innerCode: code, cause }
      ctx.status = outerCode === '500' ? 500 : 200
      ctx.body = {
        header: { resultCode: outerCode },
        body: { token: '', resultDesc: resultText(outerCode), innerCode: code, innerDesc: resultText(code) },
      }
    }
  }
}
