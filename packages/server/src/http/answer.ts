// An answer of the API over any transport, and an error as one: its public fields in the body, its detail in the log.
import { type ErrorAnswer, isBusinessErrorCode, TRACE_HEADER } from '@local-number/protocol'
import { ServerError, toServerError } from '../errors'
import { type Log, redactLog } from '../log/log'

export interface Answer {
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
 * Creates the answer that the API gives to an error, for what your own app refuses in its place. A `ServerError` with a
 * `BusinessErrorCode` is passed on; anything else is `internal`, which tells the client nothing.
 */
export function answerError(
  thrown: unknown,
  { traceId: ownTraceId, log }: ErrorAnswerOptions,
): Answer & { readonly body: ErrorAnswer } {
  const error = toServerError(thrown, ownTraceId)
  const { traceId = ownTraceId } = error
  report(error, traceId, redactLog(log))
  const { status, message, facts } = isBusinessErrorCode(error.code) ? error : new ServerError('internal')
  const code = isBusinessErrorCode(error.code) ? error.code : 'internal'
  return createAnswer(status, { traceId, body: { code, message, traceId, ...facts } })
}

function report({ code, status, cause }: ServerError, traceId: string, log: Log): void {
  const fields = { traceId, code, status, ...(cause === undefined ? {} : { err: cause }) }
  if (status >= 500) log.error(fields, 'request failed')
  else log.info(fields, 'request refused')
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
): Answer & Pick<Contents, 'body'> {
  const type = body && { 'content-type': 'application/json; charset=utf-8' }
  return { status, headers: { [TRACE_HEADER]: traceId, 'cache-control': 'no-store', ...type, ...headers }, body }
}
