// Refuses a request whose target is no URL, as Node refuses other malformed requests: Koa's own `ctx.path` would throw.
import type { LineMiddleware } from './context'

/** Stands before all that reads the path. */
export const refuseMalformedTargets: LineMiddleware = (ctx, next) => {
  if (hasPath(ctx)) return next()
  ctx.status = 400
}

function hasPath(ctx: { readonly path: string }): boolean {
  try {
    return typeof ctx.path === 'string'
  } catch {
    return false
  }
}
