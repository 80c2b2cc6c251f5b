// HTTP requests as bytes, with unusual methods, headers and framings.

import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { headerValue, urlPiece } from './values'

export interface RawRequest {
  readonly method: string
  /** With its query. */
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | null
  readonly framing: Framing
}

/** How the body ends: by its length, by chunks, or never. */
export type Framing = 'length' | 'chunked' | 'stops'

const ODD_METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
  'QUERY',
]

const HEADER_NAMES = [
  'accept',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'authorization',
  'connection',
  'content-encoding',
  'content-type',
  'cookie',
  'expect',
  'host',
  'if-none-match',
  'msisdn',
  'origin',
  'range',
  'referer',
  'upgrade',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'x-up-calling-line-id',
  '__proto__',
]

const CONTENT_TYPES = [
  'application/json',
  'application/json; charset=gbk',
  'application/json; charset=utf-7',
  'application/json; charset=no-such-charset',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=a',
  'text/plain',
  'image/gif',
  ';',
]

/** Mostly the usual method. */
export const varyMethod = (usual: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...ODD_METHODS))

export const contentType = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json') },
  fc.constantFrom(...CONTENT_TYPES),
)

/** Up to three additional headers, some of them repeated. */
export const oddHeaders: fc.Arbitrary<RawRequest['headers']> = fc.array(
  fc.tuple(fc.constantFrom(...HEADER_NAMES), headerValue),
  { maxLength: 3 },
)

export const framing: fc.Arbitrary<Framing> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<Framing>('length') },
  { weight: 3, arbitrary: fc.constant<Framing>('chunked') },
  { weight: 1, arbitrary: fc.constant<Framing>('stops') },
)

export const tail: fc.Arbitrary<string> = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, urlPiece)

/** The route's own path, one with another last piece, or one with more behind it. */
export const varyTarget = (path: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(path) },
    urlPiece.map((piece) => `${path.slice(0, path.lastIndexOf('/'))}/${piece}`),
    tail.map((piece) => `${path}${piece}`),
    fc.tuple(urlPiece, urlPiece).map(([name, value]) => `${path}?${name}=${value}`),
  )

/** Claims for some bodies that they are compressed, and compresses some of those. */
export const compressSometimes = (
  body: Buffer,
): fc.Arbitrary<{ readonly body: Buffer; readonly headers: RawRequest['headers'] }> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant({ body, headers: [] }) },
    fc.constant({ body: gzipSync(body), headers: [['content-encoding', 'gzip']] as const }),
    fc
      .constantFrom('gzip', 'deflate', 'br', 'compress')
      .map((name) => ({ body, headers: [['content-encoding', name]] as const })),
  )

export function toRequestBytes({ method, target, headers, body, framing }: RawRequest): Buffer {
  const own: (readonly [string, string])[] = headers.some(([name]) => name === 'host') ? [] : [['host', 'localhost']]
  if (body && framing === 'chunked') own.push(['transfer-encoding', 'chunked'])
  else if (body) own.push(['content-length', String(body.length + (framing === 'stops' ? 1 : 0))])
  const head = [...own, ...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const payload = body && framing === 'chunked' ? encodeChunks(body) : (body ?? Buffer.alloc(0))
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n`, 'latin1'), payload])
}

function encodeChunks(body: Buffer): Buffer {
  const middle = Math.floor(body.length / 2)
  const pieces = [body.subarray(0, middle), body.subarray(middle), Buffer.alloc(0)]
  const encoded = pieces
    .filter((piece, index) => piece.length > 0 || index === 2)
    .map((piece) => Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]))
  return Buffer.concat(encoded)
}
