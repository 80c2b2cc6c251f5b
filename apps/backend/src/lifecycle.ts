// Whether the process is about to stop, for what answers differently then.
import type { Middleware } from 'koa'

export interface Lifecycle {
  readonly stopping: boolean
}

/** Ends each connection after its answer once the process is stopping: its client then connects to another one. */
export function endConnections(lifecycle: Lifecycle): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } finally {
      if (lifecycle.stopping) ctx.set('connection', 'close')
    }
  }
}
