// How an error leaves the house, whatever carried the request: public fields out, the detail to the log.
import type { BusinessErrorCode, ErrorAnswer } from '@local-number/protocol'
import { asServerError, type ServerError } from './errors'
import type { Log } from './log'

export interface Refusal {
  readonly status: number
  readonly body: ErrorAnswer
}

/** @param traceId the request's own, for an error that does not know its login better */
export function refusalOf(thrown: unknown, traceId: string, log: Log): Refusal {
  const error = asServerError(thrown)
  const body: ErrorAnswer = {
    code: error.code as BusinessErrorCode,
    message: error.message,
    traceId: error.traceId ?? traceId,
  }
  report(error, body.traceId, log)
  return { status: error.status, body }
}

function report({ code, status, cause }: ServerError, traceId: string, log: Log): void {
  const fields = { traceId, code, status, ...(cause === undefined ? {} : { err: cause }) }
  if (status >= 500) log.error(fields, 'request failed')
  else log.info(fields, 'request refused')
}
