// GET /healthz: 200 while the process runs. It does not ask the platform: its failures are not a reason to restart.
import type { Middleware } from 'koa'

export const answerHealth: Middleware = (ctx, next) => {
  if (ctx.path !== '/healthz' || !['GET', 'HEAD'].includes(ctx.method)) return next()
  ctx.body = { status: 'ok' }
}
