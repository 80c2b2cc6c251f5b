// Lets pages of the configured sites call: an H5 page may be on another origin. Mini-programs do not need this.
import cors from '@koa/cors'
import { TRACE_HEADER } from '@local-number/server'
import type { Middleware } from 'koa'

const PREFLIGHT_SECONDS = 600

/** Allows any header, since an app may add its own, and no cookies. */
export function allowOrigins(allowedOrigins: readonly string[]): Middleware {
  return cors({
    origin: (ctx) => findAllowedOrigin(ctx.get('origin'), allowedOrigins),
    allowMethods: ['GET', 'POST'],
    exposeHeaders: [TRACE_HEADER, 'retry-after', 'ratelimit', 'ratelimit-policy'],
    maxAge: PREFLIGHT_SECONDS,
  })
}

/** Returns the value of the answer's header; `@koa/cors` takes an empty text for a refusal. */
function findAllowedOrigin(origin: string, allowedOrigins: readonly string[]): string {
  if (allowedOrigins.includes('*')) return '*'
  return allowedOrigins.includes(origin) ? origin : ''
}
