// Reads at most 16 kB of JSON, compressed or not: 415 for anything else, 413 for more, 400 for malformed JSON.
import { ServerError } from '../errors'
import { MAX_BODY_BYTES } from '../requests'
import { DECODERS, decodeAnswer } from '../verify/decode-answer'

/** What a transport has of a request's body. */
export type CallBody =
  | {
      /**
       * Reads it without decoding it, and stops after more than `maxBytes`.
       *
       * @throws ServerError `bodyTooLarge`, `httpMalformed`
       */
      readonly read: (maxBytes: number) => Promise<Buffer>
    }
  | {
      /** What another parser made of its JSON. */
      readonly parsed: unknown
    }

/** For the log: a mistake of the host app. */
export const READ_BEFORE = 'the body was read before: mount the API in front of what reads it'

export interface ReadableCall {
  /** @param name in lower case */
  readonly getHeader: (name: string) => string | undefined
  readonly body: CallBody
}

/** @throws ServerError */
export async function readJson({ getHeader, body }: ReadableCall): Promise<unknown> {
  requireJson(getHeader('content-type'))
  if ('parsed' in body) return requireSize(body.parsed)
  const encoding = readEncoding(getHeader('content-encoding'))
  const bytes = await body.read(MAX_BODY_BYTES)
  return parseJson(encoding === '' ? bytes : await decode(bytes, encoding))
}

/** A page of another site can post a form without a preflight request, but not JSON. */
function requireJson(contentType = ''): void {
  const [type = ''] = contentType.split(';')
  if (type.trim().toLowerCase() !== 'application/json') throw new ServerError('contentTypeNotJson')
}

/** Names are case-insensitive, and `identity` is none (RFC 9110 §8.4). The client's own text is never repeated. */
function readEncoding(header = ''): string {
  if (header === '') return header
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

async function decode(bytes: Buffer, encoding: string): Promise<Buffer> {
  return decodeAnswer(bytes, encoding, MAX_BODY_BYTES).catch(({ code }) => {
    throw new ServerError(code === 'ERR_BUFFER_TOO_LARGE' ? 'bodyTooLarge' : 'jsonMalformed')
  })
}

/** The parser's own error holds a part of the body, which may not reach a log. */
function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new ServerError('requestMalformed', { detail: 'the body is missing' })
  try {
    return MAY_NAME_A_PROTOTYPE.test(text) ? JSON.parse(text, refusePrototypes) : JSON.parse(text)
  } catch {
    throw new ServerError('jsonMalformed')
  }
}

/** Its letters may be escaped. Only then is each value looked at. */
const MAY_NAME_A_PROTOTYPE = /__proto__|\\u/

function refusePrototypes(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError(name)
  return value
}

/** Another parser may have accepted more. */
function requireSize(parsed: unknown): unknown {
  if (Buffer.byteLength(stringify(parsed)) > MAX_BODY_BYTES) throw new ServerError('bodyTooLarge')
  return parsed
}

/** JSON.stringify overflows on deep nesting: treat it as malformed. */
function stringify(parsed: unknown): string {
  try {
    return JSON.stringify(parsed) ?? ''
  } catch {
    throw new ServerError('requestMalformed')
  }
}
