// What a browser is told about answers that are JSON and nothing else. No strict-transport-security: it would force the
// whole host to https, and an H5 page takes the number from http alone (protocol.md §3).
import type { Middleware } from 'koa'

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export const securityHeaders: Middleware = (ctx, next) => {
  ctx.set(HEADERS)
  return next()
}
