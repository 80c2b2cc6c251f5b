// How an error reaches the client, over any transport: public fields into the answer, the detail into the log.
import type { ErrorAnswer } from '@local-number/protocol'
import { ServerError, type ServerErrorCode, toServerError } from './errors'
import type { Log } from './log/log'

export interface Refusal<Code extends ServerErrorCode> {
  readonly status: number
  readonly body: Omit<ErrorAnswer, 'code'> & { readonly code: Code | 'internal' }
}

export interface RefusalOptions<Code extends ServerErrorCode> {
  /** The request's own trace id, for an error that does not know its login better. */
  readonly traceId: string
  readonly log: Log
  /** Whether the transport's clients may see this code. Any other one becomes `internal`. */
  readonly isPublic: (code: ServerErrorCode) => code is Code
}

export function toRefusal<Code extends ServerErrorCode>(
  thrown: unknown,
  { traceId, log, isPublic }: RefusalOptions<Code>,
): Refusal<Code> {
  const error = toServerError(thrown, traceId)
  report(error, error.traceId ?? traceId, log)
  const { status, message, facts } = isPublic(error.code) ? error : new ServerError('internal')
  const code = isPublic(error.code) ? error.code : 'internal'
  return { status, body: { code, message, traceId: error.traceId ?? traceId, ...facts } }
}

function report({ code, status, cause }: ServerError, traceId: string, log: Log): void {
  const fields = { traceId, code, status, ...(cause === undefined ? {} : { err: cause }) }
  if (status >= 500) log.error(fields, 'request failed')
  else log.info(fields, 'request refused')
}
