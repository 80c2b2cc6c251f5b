// Turns whatever is thrown below, and an address or method that nobody answers, into `{ code, message, traceId }`.
import type { ErrorAnswer } from '@local-number/protocol'
import { asServerError, ServerError, type ServerErrorCode } from '../errors'
import type { Log } from '../log'
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
      const error = asServerError(thrown)
      if (error.traceId !== undefined) setTraceId(ctx, error.traceId)
      const answer: ErrorAnswer = { code: error.code, message: error.message, traceId: ctx.state.traceId }
      ctx.status = error.status
      ctx.body = answer
      report(error, ctx.state.traceId, log)
    }
  }
}

function report({ code, status, cause }: ServerError, traceId: string, log: Log): void {
  const fields = { traceId, code, status, ...(cause === undefined ? {} : { err: cause }) }
  if (status >= 500) log.error(fields, 'request failed')
  else log.info(fields, 'request refused')
}
