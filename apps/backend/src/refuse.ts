// What is not for the API, in the API's error shape: this process serves nothing else.
import { acceptTraceId, answerError, type BusinessErrorCode, ServerError, TRACE_HEADER } from '@local-number/server'
import type { Context, Middleware } from 'koa'
import type { Logger } from 'pino'

/** 400 for a target whose path cannot be read: for `http://[` Koa's `path` throws, for `http://` it is `null`. */
export function refuseUnreadableTargets(log: Logger): Middleware {
  return (ctx, next) => (hasPath(ctx) ? next() : refuse(ctx, 'httpMalformed', log))
}

function hasPath(ctx: Context): boolean {
  try {
    return typeof ctx.path === 'string'
  } catch {
    return false
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
