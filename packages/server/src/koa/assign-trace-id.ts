// Gives every request a trace id: the client's if it sent a valid one, otherwise a new one.
import { TRACE_HEADER } from '@local-number/protocol'
import { acceptTraceId } from '../log/trace-id'
import { type LocalNumberMiddleware, setTraceId } from './state'

export const assignTraceId: LocalNumberMiddleware = (ctx, next) => {
  setTraceId(ctx, acceptTraceId(ctx.get(TRACE_HEADER)))
  return next()
}
