// Reads at most 16 kB of JSON: 413 beyond that, 400 for malformed JSON.
import { bodyParser } from '@koa/bodyparser'
import type { BusinessErrorCode } from '@local-number/protocol'
import { ServerError } from '../errors'
import { MAX_BODY_BYTES } from '../requests'
import type { LocalNumberMiddleware } from './state'

const CODES: Readonly<Record<number, BusinessErrorCode>> = { 413: 'bodyTooLarge', 415: 'contentTypeNotJson' }

/** The parser's own error holds the body, and its message a part of it: neither may reach a log. */
export const parseBody: LocalNumberMiddleware = bodyParser({
  enableTypes: ['json'],
  jsonLimit: `${MAX_BODY_BYTES}b`,
  onError(error) {
    const { status = 400 } = error as Error & { status?: number }
    throw new ServerError(CODES[status] ?? 'jsonMalformed')
  },
})
