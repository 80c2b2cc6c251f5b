// Logs one line per request, without the query: it may hold anything. So may a path that is none of ours.
import { TRACE_HEADER } from '@local-number/server'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'

/** Longer than any path of ours. */
const MAX_PATH = 4_096

export function logRequests(log: Logger): Middleware {
  return async (ctx, next) => {
    const start = performance.now()
    await next()
    const { method, status, response } = ctx
    const path = ctx.path.slice(0, MAX_PATH)
    const ms = Math.round(performance.now() - start)
    log.info(
      {
        method,
        path: HAS_UNUSUAL.test(path) ? path.replace(UNUSUAL, '[removed]') : path,
        status,
        ms,
        traceId: response.get(TRACE_HEADER) || undefined,
      },
      'request',
    )
  }
}

/** A piece that is longer than any of ours, such as a token, or has the digits of a number. */
const UNUSUAL = /[^/]*(?:\d{8}|[^/]{21})[^/]*/g
/** Whether there is one: in a fifth of the time. */
const HAS_UNUSUAL = /\d{8}|[^/]{21}/
