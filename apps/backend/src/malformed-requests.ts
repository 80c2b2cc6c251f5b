// Requests that are not readable HTTP never reach Koa: they get the API's error shape here, and the connection ends.
import { type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

import { answerError, type BusinessErrorCode, createTraceId, ServerError } from '@local-number/server'
import type { Logger } from 'pino'
import type { FindUnanswered } from './unanswered'

/** By the codes of Node's errors; any other error is `httpMalformed`. */
const CODES: Readonly<Record<string, BusinessErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTimeout',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
}

export function answerMalformedRequests(server: Server, findUnanswered: FindUnanswered, log: Logger): void {
  const ending = new WeakSet<Duplex>()
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (ending.has(socket)) return
    if (!socket.writable) return socket.destroy()
    ending.add(socket)
    const running = findUnanswered(socket)
    const last = running.filter(({ request }) => request.complete).at(-1)
    // What was wrong came after a whole request: the client would take a refusal for the answer to that.
    if (last) return endAfter(last.response, socket)
    // After the head of a running answer, a second head would be read as part of its body.
    if (running.some(({ response }) => response.headersSent)) return socket.destroy()
    refuse(new ServerError(CODES[error.code ?? ''] ?? 'httpMalformed'), socket, log)
  })
}

function endAfter(response: ServerResponse, socket: Duplex): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
  response.once('finish', () => socket.end())
}

/** Node answers this without a body: HTTP/1.1 demands a host (RFC 9112 §3.2). */
export function requireHost(handler: RequestListener, log: Logger): RequestListener {
  return (request, response) => {
    if (request.headers.host !== undefined || request.httpVersion !== '1.1') return handler(request, response)
    const { status, headers, body } = describe(new ServerError('httpMalformed', { detail: 'no Host header' }), log)
    response.writeHead(status, headers).end(body)
  }
}

function refuse(error: ServerError, socket: Duplex, log: Logger): void {
  const { status, headers, body } = describe(error, log)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}

function describe(error: ServerError, log: Logger) {
  const answer = answerError(error, { traceId: createTraceId(), log })
  const body = JSON.stringify(answer.body)
  const headers = { ...answer.headers, 'content-length': Buffer.byteLength(body), connection: 'close' }
  return { status: answer.status, headers, body }
}
