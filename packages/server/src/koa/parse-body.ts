// Reads at most 16 kB of JSON, compressed or not: 413 beyond that, 400 for malformed JSON.
import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import readRawBody from 'raw-body'
import { ServerError } from '../errors'
import { MAX_BODY_BYTES } from '../requests'
import { DECODERS, decodeAnswer } from '../verify/decode-answer'
import { hasHungUp } from './hang-up'
import type { LocalNumberMiddleware } from './state'

/** Sets the request's `body`. */
export const parseBody: LocalNumberMiddleware = async (ctx, next) => {
  const encoding = readEncoding(ctx.get('content-encoding'))
  const bytes = await decode(await readBytes(ctx.req), encoding)
  Object.assign(ctx.request, { body: parseJsonBody(bytes) })
  return next()
}

/** The parsed body. Not by a type of Koa's request, which another body parser of the application may extend. */
export function getBody(ctx: Pick<Context, 'request'>): unknown {
  return Object(ctx.request).body
}

/** Names are case-insensitive, and `identity` is none (RFC 9110 §8.4). The client's own text is never repeated. */
function readEncoding(header: string): string {
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const [encoding = ''] = names
  if (names.length > 1 || (encoding !== '' && !DECODERS.has(encoding))) {
    throw new ServerError('contentEncodingUnsupported', { detail: 'supported: gzip, deflate, br' })
  }
  return encoding
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  // A request that hung up before would never end.
  if (hasHungUp(request)) throw new ServerError('httpMalformed')
  try {
    return await readRawBody(request, { limit: MAX_BODY_BYTES })
  } catch (error) {
    throw new ServerError(isTooLarge(error) ? 'bodyTooLarge' : 'httpMalformed')
  }
}

function isTooLarge(error: unknown): boolean {
  return Object(error).type === 'entity.too.large'
}

async function decode(bytes: Buffer, encoding: string): Promise<Buffer> {
  return decodeAnswer(bytes, encoding, MAX_BODY_BYTES).catch(({ code }) => {
    throw new ServerError(code === 'ERR_BUFFER_TOO_LARGE' ? 'bodyTooLarge' : 'jsonMalformed')
  })
}

/** The parser's own error holds a part of the body, which may not reach a log. */
function parseJsonBody(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new ServerError('requestMalformed', { detail: 'the body is missing' })
  try {
    return JSON.parse(text, refusePrototypes)
  } catch {
    throw new ServerError('jsonMalformed')
  }
}

function refusePrototypes(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError(name)
  return value
}
