// Whether the process is about to stop, for what answers differently then.
import type { IncomingMessage } from 'node:http'
import type { Middleware } from 'koa'

export interface Lifecycle {
  readonly stopping: boolean
}

/**
 * Ends each connection after its answer once the process is stopping: its client then connects to another one. Not
 * while more comes that was on its way: another request without its answer, or the rest of a refused body, would be
 * reset, and the answer with it (RFC 9112 §9.6).
 */
export function endConnections(lifecycle: Lifecycle): Middleware {
  const latest = new WeakMap<object, IncomingMessage>()
  return async (ctx, next) => {
    const { req } = ctx
    latest.set(req.socket, req)
    try {
      await next()
    } finally {
      const isLast = req.complete && latest.get(req.socket) === req
      if (lifecycle.stopping && isLast) ctx.set('connection', 'close')
    }
  }
}
