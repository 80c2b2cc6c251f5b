// The requests of a connection whose answers have yet to end, and an end for a connection that has too many.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/**
 * Browsers and proxies wait for each answer. Who sends on and reads none would fill the memory: Node keeps every answer
 * that the network does not take.
 */
const MOST_UNANSWERED = 32

export interface Unanswered {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Finds the unanswered requests of a connection, in their order. */
export type FindUnanswered = (socket: Duplex) => readonly Unanswered[]

/** Observes a server from now on. */
export function observeAnswers(server: Server): FindUnanswered {
  const all = new WeakMap<Duplex, Set<Unanswered>>()
  server.on('request', (request, response) => {
    const running = all.get(request.socket) ?? new Set()
    const each = { request, response }
    all.set(request.socket, running.add(each))
    response.once('close', () => running.delete(each)).once('finish', () => running.delete(each))
  })
  return (socket) => [...(all.get(socket) ?? [])]
}

/** Ends a connection at its first request too many. */
export function limitUnanswered(findUnanswered: FindUnanswered, handler: RequestListener): RequestListener {
  return (request, response) => {
    const { socket } = request
    // Node reads what has arrived to its end, also on a connection that has ended.
    if (socket.destroyed) return
    if (findUnanswered(socket).length > MOST_UNANSWERED) socket.destroy()
    else handler(request, response)
  }
}
