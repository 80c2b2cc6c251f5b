// Turns errors, and addresses or methods without an answer, into `{ code, message, traceId }`.
import type { BusinessErrorCode } from '@local-number/protocol'
import { isPublicErrorCode, ServerError } from '../errors'
import type { Log } from '../log/log'
import { toRefusal } from '../refusal'
import { drain, hasHungUp } from './hang-up'
import { type LocalNumberMiddleware, setTraceId } from './state'

const WITHOUT_ANSWER: Readonly<Record<number, BusinessErrorCode>> = {
  404: 'notFound',
  405: 'methodNotAllowed',
  501: 'methodNotAllowed',
}

export function shapeErrors(log: Log): LocalNumberMiddleware {
  return async (ctx, next) => {
    try {
      await next()
      const code = ctx.body ? undefined : WITHOUT_ANSWER[ctx.status]
      if (code) throw new ServerError(code)
    } catch (thrown) {
      if (hasHungUp(ctx.req)) {
        log.info({ traceId: ctx.state.traceId }, 'the client hung up')
        ctx.status = 400
        return
      }
      if (!ctx.req.complete) drain(ctx.req)
      const { status, body } = toRefusal(thrown, { traceId: ctx.state.traceId, log, isPublic: isPublicErrorCode })
      setTraceId(ctx, body.traceId)
      ctx.status = status
      ctx.body = body
    }
  }
}
