// Sends bytes as they are: no HTTP client sends a malformed host, path or method.
import { connect } from 'node:net'

export interface RawRequest {
  /** @default GET */
  readonly method?: string
  readonly target: string
  /** `null` sends no such header. @default localhost */
  readonly host?: string | null
  /** Additional header lines. @default [] */
  readonly headers?: readonly string[]
}

/** Longer than any answer takes, even on a busy machine. */
const TIME_LIMIT_MS = 20_000

/**
 * @returns the answer; empty if the connection ended without one
 * @throws if nothing happens in time: the server hangs
 */
export function sendRaw(origin: string, request: RawRequest): Promise<string> {
  const { method = 'GET', target, host = 'localhost', headers = [] } = request
  const lines = [...(host === null ? [] : [`host: ${host}`]), ...headers, 'connection: close']
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    let received = ''
    const timer = setTimeout(() => {
      reject(new Error(`no answer to ${JSON.stringify(request)} within ${TIME_LIMIT_MS} ms`))
      socket.destroy()
    }, TIME_LIMIT_MS)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('data', (piece) => {
      received += piece.toString('latin1')
      // Server-sent events have no end.
      if (received.includes('text/event-stream')) socket.destroy()
    })
    // A server that refuses early resets the connection.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(received)
    })
    socket.write(Buffer.from([`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'), 'latin1'))
  })
}
