// Reads JSON bodies of any charset.
import { bodyParser } from '@koa/bodyparser'
import type { ParameterizedContext } from 'koa'
import { SimulatorError } from '../common/errors'
import type { WireMessage } from '../common/wire-message'
import type { LineMiddleware } from './context'

/**
 * Leaves a malformed body unparsed: the platform has a code for that. The rest of an abandoned body is discarded, since
 * Node does so only with bodies that were not read at all, and the connection would be stuck.
 */
export const readJson: LineMiddleware = bodyParser({
  enableTypes: ['json'],
  onError: (_, ctx) => void ctx.req.resume(),
})

/** The body that `readJson` has parsed; `null` if it is not a JSON object. */
export function getJsonBody(ctx: ParameterizedContext): WireMessage | null {
  // The parser also gives `{}` for other content types, but keeps a raw text only of what it read.
  const { body, rawBody } = ctx.request
  return rawBody && typeof body === 'object' && !Array.isArray(body) ? body : null
}

/** @throws SimulatorError `bodyMalformed` */
export function requireJsonBody(ctx: ParameterizedContext): WireMessage {
  const body = getJsonBody(ctx)
  if (body) return body
  throw new SimulatorError('bodyMalformed', 'the body must be a JSON object, sent as content-type: application/json')
}
