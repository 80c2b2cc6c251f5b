// When a stopping service may close: what began before, such as a request that is on its way over an idle connection or
// a connection that waits to be accepted, would be reset by closing at once.
import type { Server } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

/** How long a service with connections still listens at least, in ms. */
const NOTICE_MS = 500
/** How long nothing must have arrived, in ms: a busy process reads late what came early. */
const QUIET_MS = 100
/** A client that goes on sending must not keep the service from stopping. */
const MOST_MS = 5_000

/** Observes a server from now on. Returns what waits until no more requests are to be expected. */
export function observeArrivals(server: Server): () => Promise<void> {
  let latest = 0
  const note = () => {
    latest = performance.now()
  }
  server.on('connection', note).on('request', note)
  const countConnections = promisify(server.getConnections.bind(server))

  return async () => {
    const began = performance.now()
    // Accepts the connections that wait.
    await setImmediate()
    await setImmediate()
    if ((await countConnections()) === 0) return
    for (;;) {
      await setTimeout(QUIET_MS)
      await setImmediate()
      const now = performance.now()
      if (now - began >= MOST_MS || (now - began >= NOTICE_MS && now - latest >= QUIET_MS)) return
    }
  }
}
