// GET /healthz: the process answers. It asks nobody else: a carrier that is down is no reason to restart.
import type { Middleware } from 'koa'

export const health: Middleware = (ctx, next) => {
  if (ctx.path !== '/healthz' || !['GET', 'HEAD'].includes(ctx.method)) return next()
  ctx.body = { status: 'ok' }
}
