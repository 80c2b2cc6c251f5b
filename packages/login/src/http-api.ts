// The business server over HTTP: our own backend, or one that speaks like it.
import type { Transport } from '@local-number/jssdk'
import { BUSINESS_PATHS, TRACE_HEADER, type VerifyOutcome } from '@local-number/protocol'
import { type ApiCall, type LoginApi, LoginApiError } from './ports'

export interface HttpApiOptions {
  /** Scheme, host and path in front of `/api/local-number/…`, without a trailing slash. */
  readonly baseUrl: string
  /** Sent with every call, e.g. an authorization of the app's own. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The server answered, but not as `/api/local-number` does. */
const MALFORMED_ANSWER = 'malformedAnswer'

const OUTCOMES: readonly unknown[] = ['verified', 'notThisNumber', 'unavailable'] satisfies VerifyOutcome[]

export function createHttpApi({ baseUrl, headers }: HttpApiOptions, post: Transport): LoginApi {
  const send = async (path: string, body: unknown, { traceId, signal }: ApiCall): Promise<Record<string, unknown>> => {
    const answer = await post({ url: baseUrl + path, body, headers: { ...headers, [TRACE_HEADER]: traceId }, signal })
    const fields: Record<string, unknown> = isRecord(answer.body) ? answer.body : {}
    if (answer.status < 200 || answer.status > 299) throw new LoginApiError(textOr(fields.code, MALFORMED_ANSWER))
    return fields
  }
  return {
    sign: async (request, call) => {
      const { sign, attemptId, traceId } = await send(BUSINESS_PATHS.sign, request, call)
      return { sign: text(sign), attemptId: text(attemptId), traceId: textOr(traceId, call.traceId) }
    },
    verify: async (request, call) => {
      const fields = await send(BUSINESS_PATHS.verify, request, call)
      const { outcome, code, attemptsLeft, traceId, ticket } = fields
      if (!OUTCOMES.includes(outcome)) throw new LoginApiError(MALFORMED_ANSWER)
      return {
        outcome: outcome as VerifyOutcome,
        code: text(code),
        attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : 0,
        traceId: textOr(traceId, call.traceId),
        ...(typeof ticket === 'string' ? { ticket } : {}),
      }
    },
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new LoginApiError(MALFORMED_ANSWER)
  return value
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
