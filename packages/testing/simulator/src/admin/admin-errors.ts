// Errors of the admin API as answers: a stable code, what is wrong, and a status that fits.
import type { AdminError, SimulatorErrorCode } from '@local-number/simulator-contract'
import type { Middleware } from 'koa'
import { z } from 'zod'
import { SimulatorError } from '../errors'
import { jsonBody } from '../http/json-body'
import type { LineContext } from '../http/line'
import type { WireMessage } from '../platform/fields'

const NOT_FOUND: ReadonlySet<SimulatorErrorCode> = new Set([
  'unknownApp',
  'unknownFault',
  'unknownHandset',
  'unknownTrace',
])
const CONFLICT: ReadonlySet<SimulatorErrorCode> = new Set([
  'doubledApp',
  'doubledHandset',
  'handsetInUse',
  'limitReached',
])

function statusOf(code: SimulatorErrorCode): number {
  if (NOT_FOUND.has(code)) return 404
  if (code === 'tooManyListeners') return 503
  return CONFLICT.has(code) ? 409 : 400
}

export const adminErrors: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    ctx.status = statusOf(error.code)
    ctx.body = { code: error.code, message: error.message } satisfies AdminError
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

/**
 * A value as the schema wants it.
 *
 * @throws SimulatorError `fieldsMalformed`, naming every wrong field and none of the values
 */
export function checked<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || 'it'} ${message}`)
  throw new SimulatorError('fieldsMalformed', problems.join('; ').slice(0, LONGEST_MESSAGE))
}

const LONGEST_MESSAGE = 2000
