// What nobody foresaw, on any port: an answer that names a trace id, and a word to the operator under the same id.
import { randomBytes } from 'node:crypto'
import type { AdminError } from '@local-number/simulator-contract'
import type { ErrorListener } from './internal-errors'
import type { LineMiddleware } from './line'
import { TRACE_ID_HEADER } from './trace-call'

/** Stands around everything else, since Koa's own answer names no trace and nobody hears of it. */
export function lastResort(onError: ErrorListener): LineMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const traceId = ctx.state.exchange?.trace.id ?? randomBytes(16).toString('hex')
      onError(error, traceId)
      ctx.set(TRACE_ID_HEADER, traceId)
      ctx.status = 500
      const message = `see the simulator's output for ${traceId}`
      ctx.body = { code: 'internalError', message, fields: [] } satisfies AdminError
    }
  }
}
