// HTTP requests with any headers, without following redirects, and with limits on time and size.
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { parseJson } from '@local-number/service-kit'

export interface HttpRequest {
  readonly url: string
  /** @default 'GET' */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpAnswer {
  readonly status: number
  /** The content type without parameters, in lower case; `''` without one. */
  readonly type: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const LIMIT_MS = 10_000
const MAX_BODY_BYTES = 1_000_000

/** @throws an error of Node if no complete answer comes within 10 s, RangeError if it is larger than a megabyte */
export function send({ url, method = 'GET', headers = {}, body }: HttpRequest): Promise<HttpAnswer> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(LIMIT_MS)
    const outgoing = request(url, { method, headers, signal }, (incoming) => {
      readBody(incoming).then((bytes) => resolve(toAnswer(incoming, bytes)), reject)
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

export function sendJson(url: string, value: unknown, more: Partial<HttpRequest> = {}): Promise<HttpAnswer> {
  const headers = { 'content-type': 'application/json', ...more.headers }
  return send({ method: 'POST', body: JSON.stringify(value), ...more, url, headers })
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new RangeError('the answer is larger than a megabyte')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toAnswer({ statusCode = 0, headers }: IncomingMessage, body: Buffer): HttpAnswer {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return { status: statusCode, type: type.trim().toLowerCase(), headers, body }
}

/** Returns the JSON object in an answer's body, or `null`. */
export function parseJsonObject({ body }: Pick<HttpAnswer, 'body'>): Readonly<Record<string, unknown>> | null {
  const value = parseJson(body.toString('utf8'))
  return isObject(value) ? value : null
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
