// Turns whatever is thrown below, and an address or method that nobody answers, into `{ code, message, traceId }`.
import { ServerError, type ServerErrorCode } from '../errors'
import type { Log } from '../log'
import { refusalOf } from '../refusal'
import { type LocalNumberMiddleware, setTraceId } from './state'

const UNANSWERED: Readonly<Record<number, ServerErrorCode>> = {
  404: 'notFound',
  405: 'methodNotAllowed',
  501: 'methodNotAllowed',
}

export function errorShape(log: Log): LocalNumberMiddleware {
  return async (ctx, next) => {
    try {
      await next()
      const unanswered = ctx.body ? undefined : UNANSWERED[ctx.status]
      if (unanswered) throw new ServerError(unanswered)
    } catch (thrown) {
      const { status, body } = refusalOf(thrown, ctx.state.traceId, log)
      setTraceId(ctx, body.traceId)
      ctx.status = status
      ctx.body = body
    }
  }
}
