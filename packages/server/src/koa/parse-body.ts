// Reads at most 16 kB of JSON: 413 beyond that, 400 for malformed JSON.
import type { IncomingMessage } from 'node:http'
import { bodyParser } from '@koa/bodyparser'
import type { BusinessErrorCode } from '@local-number/protocol'
import { ServerError } from '../errors'
import { MAX_BODY_BYTES } from '../requests'
import { hasHungUp } from './hang-up'
import type { LocalNumberMiddleware } from './state'

/** What the parser undoes, as it spells it. */
const ENCODINGS: readonly string[] = ['', 'identity', 'gzip', 'deflate', 'br']

const CODES: Readonly<Record<number, BusinessErrorCode>> = { 413: 'bodyTooLarge', 415: 'contentEncodingUnsupported' }

/** The parser's own error holds the body, and its message a part of it: neither may reach a log. */
const parse: LocalNumberMiddleware = bodyParser({
  enableTypes: ['json'],
  jsonLimit: `${MAX_BODY_BYTES}b`,
  onError(error) {
    const { status = 400 } = error as Error & { status?: number }
    throw new ServerError(CODES[status] ?? 'jsonMalformed')
  },
})

export const parseBody: LocalNumberMiddleware = async (ctx, next) => {
  const encoding = ctx.get('content-encoding')
  if (!ENCODINGS.includes(encoding)) {
    throw new ServerError('contentEncodingUnsupported', { detail: describeEncoding(encoding) })
  }
  await Promise.race([parse(ctx, async () => undefined), rejectAtHangUp(ctx.req)])
  return next()
}

/** Names what looks like an encoding; anything else a client may have sent is not repeated. */
function describeEncoding(encoding: string): string | undefined {
  return /^(?!.*\d{6})[a-z][\w-]{0,19}$/i.test(encoding) ? `content-encoding: ${encoding}` : undefined
}

/** The parser waits for the rest of a compressed body, also when its client has gone. */
function rejectAtHangUp(request: IncomingMessage): Promise<never> {
  return new Promise((_, reject) => {
    request.once('close', () => {
      if (hasHungUp(request)) reject(new ServerError('httpMalformed'))
    })
  })
}
