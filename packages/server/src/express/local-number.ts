// The API as a middleware of Express, and of everything that calls `(req, res, next)`.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiAnswer } from '../http/answer'
import { createApi } from '../http/api'
import { answerRequest } from '../http/node'
import { findOwnPath, HTTP_ROUTES } from '../http/routes'
import { type ServerOrOptions, toServer } from '../http/server-or-options'

/** The part of a request that it uses: Node's own, with what Express and body parsers add. */
export interface ExpressRequest extends IncomingMessage {
  /** The target as it was sent; `url` is what a mount path leaves of it. */
  readonly originalUrl?: string
  /** From `X-Forwarded-For` only with Express's setting `trust proxy`. */
  readonly ip?: string | undefined
  /** What a body parser has made of the body. */
  readonly body?: unknown
}

export type ExpressMiddleware = (
  request: ExpressRequest,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * Creates the middleware. It answers everything below `/api/local-number/`, and passes all else on without touching it.
 * A body parser in front of it is not needed and does no harm, but refuses what it cannot read in its own shape.
 *
 * @throws as `createLocalNumberServer`, if it gets options
 */
export function localNumber(serverOrOptions: ServerOrOptions): ExpressMiddleware {
  const api = createApi(toServer(serverOrOptions), HTTP_ROUTES)
  return (request, response, next) => {
    const path = findPath(request)
    if (path === null) return next()
    const address = request.ip ?? request.socket.remoteAddress
    answerRequest(api, request, { path, address, parsed: request.body })
      .then((answer) => send(response, answer))
      .catch(next)
  }
}

/** Below a mount path, `url` counts. NestJS mounts a consumer's middleware at the whole path, which leaves nothing. */
function findPath({ url = '', originalUrl = '' }: ExpressRequest): string | null {
  return findOwnPath(url) ?? findOwnPath(originalUrl)
}

function send(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(body && JSON.stringify(body))
}
