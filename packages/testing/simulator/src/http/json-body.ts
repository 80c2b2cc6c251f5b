// Reads JSON bodies of any charset.
import { bodyParser } from '@koa/bodyparser'
import type { ParameterizedContext } from 'koa'
import { SimulatorError } from '../common/errors'
import type { WireMessage } from '../common/wire-message'
import type { LineMiddleware } from './context'

/** For the simulator's own API: without a content type of JSON the body is not read. */
export const readJson: LineMiddleware = createReader(() => false)

/** @param isJson whether the body is read as JSON with any content type, or without one */
export function createReader(isJson: (path: string) => boolean): LineMiddleware {
  return bodyParser({
    enableTypes: ['json'],
    detectJSON: ({ path }) => isJson(path),
    // Leaves a malformed body unparsed: the platform has a code for that. The rest of an abandoned body is discarded,
    // since Node does so only with bodies that were not read at all, and the connection would be stuck.
    onError: (_, ctx) => void ctx.req.resume(),
  })
}

/** The body that a reader has parsed; `null` if it is not a JSON object. */
export function getJsonBody(ctx: ParameterizedContext): WireMessage | null {
  // The parser also gives `{}` for other content types, but keeps a raw text only of what it read.
  const { body, rawBody } = ctx.request
  return rawBody && typeof body === 'object' && !Array.isArray(body) ? body : null
}

/** A JSON text, which may contain digits, or a number. */
const TEXT_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/gs

/**
 * The body as a carrier message: every number is its text. The H5 edition sends `Math.random()` itself as msgId
 * (protocol.md §4), and a timestamp has more digits than a number of JavaScript keeps.
 */
export function getWireMessage(ctx: ParameterizedContext): WireMessage | null {
  if (getJsonBody(ctx) === null) return null
  const { rawBody = '' } = ctx.request
  return JSON.parse(rawBody.replace(TEXT_OR_NUMBER, (match) => (match.startsWith('"') ? match : `"${match}"`)))
}

/** @throws SimulatorError `bodyMalformed` */
export function requireJsonBody(ctx: ParameterizedContext): WireMessage {
  const body = getJsonBody(ctx)
  if (body) return body
  throw new SimulatorError('bodyMalformed', 'the body must be a JSON object, sent as content-type: application/json')
}
