// Lets the configured sites' pages call: an H5 page may be served from elsewhere. Mini-programs need none of this.
import cors from '@koa/cors'
import { TRACE_HEADER } from '@local-number/server/koa'
import type { Middleware } from 'koa'

const PREFLIGHT_SECONDS = 600

/** Those pages may send any header, since an app may have its own; cookies are never asked for. */
export function crossOrigin(allowedOrigins: readonly string[]): Middleware {
  return cors({
    origin: (ctx) => allowed(ctx.get('origin'), allowedOrigins),
    allowMethods: ['GET', 'POST'],
    exposeHeaders: [TRACE_HEADER],
    maxAge: PREFLIGHT_SECONDS,
  })
}

/** The empty text lets nobody in. */
function allowed(origin: string, allowedOrigins: readonly string[]): string {
  if (allowedOrigins.includes('*')) return '*'
  return allowedOrigins.includes(origin) ? origin : ''
}
