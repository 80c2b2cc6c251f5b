// Logs one line per request, without the query: it may hold anything. So may a path that is none of ours.
import { TRACE_HEADER } from '@local-number/server'
import type { Middleware } from 'koa'
import type { Logger } from 'pino'

/** Longer than any path of ours. The redaction reads every character, so a stranger's long path would cost its time. */
const MAX_PATH = 128
const REMOVED = '[removed]'

export function logRequests(log: Logger): Middleware {
  return async (ctx, next) => {
    const start = performance.now()
    await next()
    const { method, status, response } = ctx
    const path = cut(ctx.path)
    const ms = Math.round(performance.now() - start)
    log.info(
      {
        method,
        path: HAS_UNUSUAL.test(path) ? path.replace(UNUSUAL, REMOVED) : path,
        status,
        ms,
        traceId: response.get(TRACE_HEADER) || undefined,
      },
      'request',
    )
  }
}

/** Leaves whole pieces: a part of one might not be known as what it is. */
function cut(path: string): string {
  return path.length > MAX_PATH ? path.slice(0, path.lastIndexOf('/', MAX_PATH - 1) + 1) + REMOVED : path
}

/** A piece that is longer than any of ours, such as a token, or has the digits of a number. */
const UNUSUAL = /[^/]*(?:\d{8}|[^/]{21})[^/]*/g
/** Whether there is one: in a fifth of the time. */
const HAS_UNUSUAL = /\d{8}|[^/]{21}/
