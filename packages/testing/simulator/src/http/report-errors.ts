// Unexpected errors on any port: the answer has a trace id, and the operator gets the error with the same id.
import { randomBytes } from 'node:crypto'
import type { AdminError } from '@local-number/simulator-contract'
import type { LineMiddleware } from './context'

/** Receives errors of the simulator itself. */
export type ErrorListener = (error: unknown, traceId: string) => void

/** Names the trace in every answer to a carrier call, and in every answer to an unexpected error. */
export const TRACE_ID_HEADER = 'x-trace-id'

/** The outermost middleware: Koa's own answer names no trace and is reported to no one. */
export function reportErrors(onError: ErrorListener): LineMiddleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const traceId = ctx.state.exchange?.traceId ?? randomBytes(16).toString('hex')
      onError(error, traceId)
      ctx.set(TRACE_ID_HEADER, traceId)
      ctx.status = 500
      const message = `see the simulator's output for ${traceId}`
      ctx.body = { code: 'internalError', message, fields: [] } satisfies AdminError
    }
  }
}
