// Requests of Node, which Koa, Express and their like pass on: what the API needs of them, and how they end.
import type { IncomingMessage } from 'node:http'
import readRawBody from 'raw-body'
import { ServerError } from '../errors'
import type { ApiAnswer } from './answer'
import type { Api, Call } from './api'
import { type CallBody, READ_BEFORE } from './body'
import { drain, hasHungUp } from './hang-up'

export interface NodeCallFacts {
  readonly path: string
  /** The client's IP address as the framework trusts it. */
  readonly address: string | undefined
  /** What a parser of the host app has made of the body, if one ran before. */
  readonly parsed: unknown
}

/** Never rejects. */
export async function answerRequest(api: Api, request: IncomingMessage, facts: NodeCallFacts): Promise<ApiAnswer> {
  const answer = await api(createCall(request, facts))
  if (!request.complete) drain(request)
  return answer
}

function createCall(request: IncomingMessage, { path, address, parsed }: NodeCallFacts): Call {
  return {
    method: request.method ?? '',
    path,
    getHeader: (name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    },
    body: chooseBody(request, parsed),
    address,
    hasHungUp: () => hasHungUp(request),
  }
}

/** By the stream, because some parsers leave an empty object for a body that they did not read. */
function chooseBody(request: IncomingMessage, parsed: unknown): CallBody {
  const wasRead = request.readableDidRead || request.readableEnded
  if (wasRead && parsed !== undefined) return { parsed }
  return { read: (maxBytes) => readBytes(request, maxBytes) }
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  // To read it would never end.
  if (hasHungUp(request)) throw new ServerError('httpMalformed')
  if (request.readableDidRead) throw new Error(READ_BEFORE)
  try {
    return await readRawBody(request, { limit })
  } catch (error) {
    throw new ServerError(Object(error).type === 'entity.too.large' ? 'bodyTooLarge' : 'httpMalformed')
  }
}
