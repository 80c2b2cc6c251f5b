// What is not for the API, in the API's error shape: this process serves nothing else.
import { acceptTraceId, answerError, type BusinessErrorCode, ServerError, TRACE_HEADER } from '@local-number/server'
import type { Context, Middleware } from 'koa'
import type { Logger } from 'pino'

/** 400 for a target that is no URL, such as `http://[`: whoever reads the path of its context gets an exception. */
export function refuseUnreadableTargets(log: Logger): Middleware {
  return (ctx, next) => {
    try {
      void ctx.path
    } catch {
      return refuse(ctx, 'httpMalformed', log)
    }
    return next()
  }
}

/** 404 for everything that has not been answered. */
export function refuseUnknown(log: Logger): Middleware {
  return (ctx) => refuse(ctx, 'notFound', log)
}

function refuse(ctx: Context, code: BusinessErrorCode, log: Logger): void {
  const traceId = acceptTraceId(ctx.get(TRACE_HEADER))
  const { status, headers, body } = answerError(new ServerError(code), { traceId, log })
  ctx.status = status
  ctx.set(headers)
  ctx.body = body
}
