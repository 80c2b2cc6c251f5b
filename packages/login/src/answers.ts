// What a business server answers, read: an `api` of the app's own may say anything.
import type { SignAnswer, VerifyAnswer, VerifyOutcome } from '@local-number/protocol'
import { LoginApiError } from './ports'

/** The server answered, but not as `/api/local-number` does. */
export const MALFORMED_ANSWER = 'malformedAnswer'

const OUTCOMES: ReadonlyMap<unknown, true> = new Map(
  Object.entries({
    verified: true,
    notThisNumber: true,
    staleToken: true,
    dailyLimit: true,
    unavailable: true,
  } satisfies Record<VerifyOutcome, true>),
)

/**
 * @param traceId the call's own, for a server that names none
 * @throws LoginApiError `malformedAnswer` without a sign or an attemptId
 */
export function readSignAnswer(answer: unknown, traceId: string): SignAnswer {
  const fields = fieldsOf(answer)
  const [sign, attemptId] = [textOr(fields.sign, ''), textOr(fields.attemptId, '')]
  if (sign === '' || attemptId === '') throw new LoginApiError(MALFORMED_ANSWER)
  return { sign, attemptId, traceId: textOr(fields.traceId, traceId) }
}

/**
 * Only the outcome decides; a server that miscounts the attempts left has none left.
 *
 * @throws LoginApiError `malformedAnswer` without an outcome that we know
 */
export function readVerifyAnswer(answer: unknown, traceId: string): VerifyAnswer {
  const { outcome, code, attemptsLeft, ticket, ...fields } = fieldsOf(answer)
  if (!OUTCOMES.has(outcome)) throw new LoginApiError(MALFORMED_ANSWER)
  return {
    outcome: outcome as VerifyOutcome,
    code: textOr(code, ''),
    attemptsLeft: Number.isInteger(attemptsLeft) ? Math.max(0, attemptsLeft as number) : 0,
    traceId: textOr(fields.traceId, traceId),
    ...(typeof ticket === 'string' ? { ticket } : {}),
  }
}

/** The fields of what should be an object; of anything else, none. */
export function fieldsOf(answer: unknown): Record<string, unknown> {
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {}
}

export function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
