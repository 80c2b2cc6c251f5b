// GET /healthz: 200 while the process serves, 503 once it is stopping, so that no more requests are sent to it. It does
// not ask the platform: its failures are not a reason to restart.
import type { Middleware } from 'koa'
import type { Lifecycle } from './lifecycle'

export function answerHealth(lifecycle: Lifecycle): Middleware {
  return (ctx, next) => {
    if (ctx.path !== '/healthz' || !['GET', 'HEAD'].includes(ctx.method)) return next()
    ctx.status = lifecycle.stopping ? 503 : 200
    ctx.body = { status: lifecycle.stopping ? 'stopping' : 'ok' }
    return undefined
  }
}
