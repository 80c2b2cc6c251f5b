// Requests that are not readable HTTP never reach Koa: they get the API's error shape here, and the connection ends.
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

import { type BusinessErrorCode, createTraceId, ServerError } from '@local-number/server'
import { TRACE_HEADER } from '@local-number/server/koa'
import type { Logger } from 'pino'

/** By the codes of Node's errors; any other error is `httpMalformed`. */
const CODES: Readonly<Record<string, BusinessErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
}

export function answerMalformedRequests(server: Server, log: Logger): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  server.on('request', ({ socket }, response) => answers.set(socket, response))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const running = answers.get(socket)
    // After the head of a running answer, a second head would be read as part of its body.
    if (!socket.writable || (running?.headersSent && !running.writableFinished)) return socket.destroy()
    refuse(new ServerError(CODES[error.code ?? ''] ?? 'httpMalformed'), socket, log)
  })
}

function refuse({ code, message, status }: ServerError, socket: Duplex, log: Logger): void {
  const traceId = createTraceId()
  const body = JSON.stringify({ code, message, traceId })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `${TRACE_HEADER}: ${traceId}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  log.info({ traceId, code, status }, 'request refused')
}
