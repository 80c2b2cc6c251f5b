// What becomes of a request whose body is not read to its end.
import type { IncomingMessage } from 'node:http'

/** More than this is not worth reading only to keep the connection. */
const MOST_DRAINED_BYTES = 1024 * 1024

/** Whether the client has gone before its request was complete. */
export function hasHungUp(request: IncomingMessage): boolean {
  return request.destroyed && !request.complete
}

/**
 * Reads and drops the rest of a refused body. Otherwise it stays in the connection, and the next request waits behind
 * it: Node drops a body only if nobody began to read it.
 */
export function drain(request: IncomingMessage): void {
  let bytes = 0
  request.unpipe()
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_DRAINED_BYTES) request.destroy()
  })
  request.resume()
}
