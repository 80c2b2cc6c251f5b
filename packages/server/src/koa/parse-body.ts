// Reads at most 16 kB of JSON: 413 beyond that, 400 for what is no JSON.
import { bodyParser } from '@koa/bodyparser'
import { ServerError, type ServerErrorCode } from '../errors'
import type { LocalNumberMiddleware } from './state'

const LIMIT = '16kb'

const CODES: Readonly<Record<number, ServerErrorCode>> = { 413: 'bodyTooLarge', 415: 'contentTypeNotJson' }

/** The parser's own error holds the body, and its message a piece of it: neither may reach a log. */
export const parseBody: LocalNumberMiddleware = bodyParser({
  enableTypes: ['json'],
  jsonLimit: LIMIT,
  onError(error) {
    const { status = 400 } = error as Error & { status?: number }
    throw new ServerError(CODES[status] ?? 'jsonMalformed')
  },
})
