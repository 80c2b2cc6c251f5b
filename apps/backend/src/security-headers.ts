// What a browser is told about answers that are JSON and nothing else.
import type { Middleware } from 'koa'

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export const securityHeaders: Middleware = (ctx, next) => {
  ctx.set(HEADERS)
  return next()
}
