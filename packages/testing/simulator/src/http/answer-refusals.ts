// Answers errors of the admin API: a stable code, what is wrong, the fields at fault, and a fitting status.
import type { AdminError, AdminErrorCode } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import type { LineMiddleware } from './context'

/** Codes that are not answered with 400. */
const STATUSES: Partial<Record<AdminErrorCode, number>> = {
  unknownApp: 404,
  unknownFault: 404,
  unknownHandset: 404,
  unknownTrace: 404,
  duplicateApp: 409,
  duplicateHandset: 409,
  handsetInUse: 409,
  limitReached: 409,
  numberRefused: 422,
  tooManyListeners: 503,
}

export const answerRefusals: LineMiddleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    const { code, message, fields } = error
    ctx.status = STATUSES[code] ?? 400
    ctx.body = { code, message, fields } satisfies AdminError
  }
}
