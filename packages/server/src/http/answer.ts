// An answer of the API over any transport, and an error as one: its public fields in the body, its detail in the log.
import { type BusinessErrorCode, type ErrorAnswer, isBusinessErrorCode, TRACE_HEADER } from '@local-number/protocol'
import { ServerError, toServerError } from '../errors'
import { type Log, redactLog } from '../log/log'
import { describeWait } from './quota-headers'

export interface ApiAnswer {
  readonly status: number
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Travels as JSON. */
  readonly body?: object
}

export interface ErrorAnswerOptions {
  /** The request's own trace id, for an error that does not know its login better. */
  readonly traceId: string
  /** Gets one redacted line: `error` if the server is at fault, otherwise `info`. */
  readonly log: Log
}

/**
 * Creates the answer that the API gives to an error, for what the host app refuses in front of it. A `ServerError` with
 * a `BusinessErrorCode` is passed on; anything else is `internal`, which tells the client nothing.
 */
export function answerError(
  thrown: unknown,
  { traceId: ownTraceId, log }: ErrorAnswerOptions,
): ApiAnswer & { readonly body: ErrorAnswer } {
  const error = toServerError(thrown, ownTraceId)
  const { traceId = ownTraceId, cause, detail, notes } = error
  const { code, status, message, facts } = toPublicError(error)
  const fields = {
    ...notes,
    traceId,
    code: error.code,
    status,
    ...(facts.reason === undefined ? {} : { reason: facts.reason }),
    ...(detail === undefined ? {} : { detail }),
    ...(cause === undefined ? {} : { err: cause }),
  }
  if (status >= 500) redactLog(log).error(fields, 'request failed')
  else redactLog(log).info(fields, 'request refused')
  return createAnswer(status, { traceId, body: { code, message, traceId, ...facts }, headers: describeWait(facts) })
}

interface PublicError extends Pick<ServerError, 'status' | 'message' | 'facts'> {
  readonly code: BusinessErrorCode
}

function toPublicError({ code, status, message, facts }: ServerError): PublicError {
  if (isBusinessErrorCode(code)) return { code, status, message, facts }
  return toPublicError(new ServerError('internal'))
}

export interface AnswerContents {
  readonly traceId: string
  readonly body?: object
  /** Further headers, or other values of those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers stay out of caches: each is for one login. */
export function createAnswer<Contents extends AnswerContents>(
  status: number,
  { traceId, body, headers }: Contents,
): ApiAnswer & Pick<Contents, 'body'> {
  const all: Record<string, string> = { 'cache-control': 'no-store' }
  all[TRACE_HEADER] = traceId
  if (body) all['content-type'] = 'application/json; charset=utf-8'
  return { status, headers: Object.assign(all, headers), body }
}
