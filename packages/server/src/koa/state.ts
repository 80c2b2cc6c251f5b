// The state that the middleware share.
import { TRACE_HEADER } from '@local-number/protocol'
import type { Middleware, ParameterizedContext } from 'koa'

export interface LocalNumberState {
  /** Set by `assignTraceId`; on every later answer and log line. */
  traceId: string
}

export type LocalNumberMiddleware = Middleware<LocalNumberState>

/** Puts a trace id on the context and on the answer. */
export function setTraceId(ctx: ParameterizedContext<LocalNumberState>, traceId: string): void {
  ctx.state.traceId = traceId
  ctx.set(TRACE_HEADER, traceId)
}
