// Gives every request a trace id: the client's, when it sent one, otherwise a new one.
import { TRACE_HEADER } from '@local-number/protocol'
import { traceIdOf } from '../log/trace-id'
import { type LocalNumberMiddleware, setTraceId } from './state'

export const traceId: LocalNumberMiddleware = (ctx, next) => {
  setTraceId(ctx, traceIdOf(ctx.get(TRACE_HEADER)))
  return next()
}
