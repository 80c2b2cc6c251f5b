// What should not have happened is the platform's "系统异常" (999999), with a trace id and a word to the operator.
import { type Refusal, refusal } from '../platform/checks'
import { resultText } from '../platform/codes'
import type { CarrierContext, CarrierMiddleware } from './line'

/** Hears of errors of the simulator itself. */
export type ErrorListener = (error: unknown, traceId: string) => void

/** @param refuse tells of it as of any other refusal: in the app's own vocabulary, with the ids that were sent */
export function internalErrors(
  onError: ErrorListener,
  refuse: (ctx: CarrierContext, decision: Refusal) => void,
): CarrierMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      onError(error, ctx.state.exchange.trace.id)
      const decision = refusal('999999', 'networkUnstable')
      // Whatever had been begun.
      ctx.status = 200
      try {
        refuse(ctx, decision)
      } catch {
        // Of whatever broke the call: the operator knows already.
        refuseBlindly(ctx, decision)
      }
    }
  }
}

/** Asks nothing and nobody. */
function refuseBlindly(ctx: CarrierContext, { code, cause }: Refusal): void {
  const outerCode = ctx.state.call === 'getMobile' ? '500' : code
  ctx.state.outcome = { outerCode, innerCode: code, cause }
  ctx.status = outerCode === '500' ? 500 : 200
  ctx.body = {
    header: { resultCode: outerCode },
    body: { token: '', resultDesc: resultText(outerCode), innerCode: code, innerDesc: resultText(code) },
  }
}
