// One HTTP request as the wire has it: any header, no redirect followed, and a limit in time.
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface HttpRequest {
  readonly url: string
  /** Default: GET. */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpAnswer {
  readonly status: number
  /** Without parameters, lower case; `''` when there is none. */
  readonly type: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const LIMIT_MS = 10_000
const LARGEST_BODY = 1_000_000

/** @throws Error of Node's when there is no answer, or none within 10 s */
export function send({ url, method = 'GET', headers = {}, body }: HttpRequest): Promise<HttpAnswer> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(LIMIT_MS)
    const outgoing = request(url, { method, headers, signal }, (incoming) => {
      readBody(incoming).then((bytes) => resolve(answerOf(incoming, bytes)), reject)
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
    if (size > LARGEST_BODY) throw new RangeError('the answer is longer than a megabyte')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, body: Buffer): HttpAnswer {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return { status: statusCode, type: type.trim().toLowerCase(), headers, body }
}

/** The JSON object in an answer's body, or `null`. */
export function objectIn({ body }: Pick<HttpAnswer, 'body'>): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
