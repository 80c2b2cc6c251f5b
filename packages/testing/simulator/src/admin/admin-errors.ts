// Errors of the admin API as answers: a stable code, what is wrong, the fields at fault, and a status that fits.
import type { AdminError, AdminErrorCode } from '@local-number/simulator-contract'
import type { Middleware } from 'koa'
import { SimulatorError } from '../common/errors'
import { jsonBody } from '../http/json-body'
import type { LineContext } from '../http/line'
import type { WireMessage } from '../platform/fields'

/** Codes that are not answered with 400. */
const STATUSES: Partial<Record<AdminErrorCode, number>> = {
  unknownApp: 404,
  unknownFault: 404,
  unknownHandset: 404,
  unknownTrace: 404,
  doubledApp: 409,
  doubledHandset: 409,
  handsetInUse: 409,
  limitReached: 409,
  tooManyListeners: 503,
}

export const adminErrors: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    const { code, message, fields } = error
    ctx.status = STATUSES[code] ?? 400
    ctx.body = { code, message, fields } satisfies AdminError
  }
}

/**
 * The request's JSON.
 *
 * @throws SimulatorError `bodyMalformed`
 */
export function jsonOf(ctx: LineContext): WireMessage {
  const body = jsonBody(ctx)
  if (body) return body
  throw new SimulatorError('bodyMalformed', 'the body must be a JSON object, sent as content-type: application/json')
}
