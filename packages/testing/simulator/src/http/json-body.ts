// Reads a JSON body whatever its charset says. What is no JSON is `null`, which the platform answers with 130032.
import { bodyParser } from '@koa/bodyparser'
import type { WireMessage } from '../platform/fields'
import type { LineContext, LineMiddleware } from './line'

/**
 * Leaves the body unparsed when it is broken: the platform has a code for that. The rest of one that was given up half-way
 * is thrown away, for Node does that only with bodies that nobody has begun to read, and the connection would be stuck.
 */
export const parseJson: LineMiddleware = bodyParser({
  enableTypes: ['json'],
  onError: (_, ctx) => void ctx.req.resume(),
})

export function jsonBody(ctx: LineContext): WireMessage | null {
  // The parser gives `{}` for other content types too, but keeps a raw text only of what it read.
  const { body, rawBody } = ctx.request
  return rawBody && typeof body === 'object' && !Array.isArray(body) ? body : null
}
