// When a stopping service may close. To close a listener resets the connections that wait to be accepted, and to close
// a connection resets it when it holds unread bytes: both happened to requests that had arrived before.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** How long a stopping service still listens, in ms: for what is on its way, and to be seen as not ready. */
const NOTICE_MS = 500
/** How many connections can wait to be accepted: Linux adds one to the backlog, for which Node asks by default. */
const MOST_WAITING = 511 + 1

/**
 * Observes a server from now on. Returns what resolves once everything that had arrived before is accepted and read, so
 * that the server may close directly afterwards; connections without a request have ended then.
 */
export function observeArrivals(server: Server, noticeMs = NOTICE_MS): () => Promise<void> {
  const open = new Set<Socket>()
  let accepted = 0
  server.on('connection', (socket) => {
    accepted += 1
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })

  return async () => {
    const most = accepted + MOST_WAITING
    await setTimeout(noticeMs)
    // Time says nothing about a busy process. A turn of the event loop does: it reads all connections, and accepts one
    // if any waits (libuv since 1.45). They are accepted in their order, so a flood of later ones may be reset.
    for (let before = -1; before < accepted && accepted <= most; ) {
      before = accepted
      await setImmediate()
    }
    // Browsers open connections in advance. To Node these are not idle: it would wait for their requests.
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}
