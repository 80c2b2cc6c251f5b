// Validates what a business server answers. It happens here alone: an app's own `api` may answer anything, too.
import type { HttpsIds, SignAnswer, VerifyAnswer, VerifyOutcome } from '@local-number/protocol'
import { type IdsAnswer, LoginApiError, MALFORMED_ANSWER } from './ports'

const OUTCOMES: Readonly<Record<VerifyOutcome, true>> = {
  verified: true,
  notThisNumber: true,
  staleToken: true,
  dailyLimit: true,
  unavailable: true,
}

/**
 * @param traceId the call's own, used when the server names none
 * @throws LoginApiError `malformedAnswer` without a sign or an attemptId
 */
export function readSignAnswer(answer: unknown, traceId: string): SignAnswer {
  const fields = toRecord(answer)
  const [sign, attemptId] = [readText(fields.sign, ''), readText(fields.attemptId, '')]
  if (sign === '' || attemptId === '') throw new LoginApiError(MALFORMED_ANSWER)
  return { sign, attemptId, traceId: readText(fields.traceId, traceId) }
}

/** The shape of each id: all of them go to the carrier as they are. */
const IDS: Readonly<Record<keyof HttpsIds, RegExp>> = {
  traceId: /^[0-9A-V]{32}$/,
  timestamp: /^\d{17}$/,
  version: /^\d\.\d$/,
}

/**
 * @param traceId the call's own, used when the server names none
 * @throws LoginApiError `malformedAnswer` without a sign, an attemptId or the ids
 */
export function readIdsAnswer(answer: unknown, traceId: string): IdsAnswer {
  const { traceId: id, timestamp, version } = toRecord(toRecord(answer).ids)
  const ids = { traceId: readText(id, ''), timestamp: readText(timestamp, ''), version: readText(version, '') }
  const names = Object.keys(IDS) as (keyof HttpsIds)[]
  if (!names.every((name) => IDS[name].test(ids[name]))) throw new LoginApiError(MALFORMED_ANSWER)
  return { ...readSignAnswer(answer, traceId), ids }
}

/**
 * Only the outcome is required. A missing or impossible count of attempts left counts as none left.
 *
 * @param traceId the call's own, used when the server names none
 * @throws LoginApiError `malformedAnswer` without one of our outcomes
 */
export function readVerifyAnswer(answer: unknown, traceId: string): VerifyAnswer {
  const { outcome, code, attemptsLeft, ticket, ...fields } = toRecord(answer)
  if (!isOutcome(outcome)) throw new LoginApiError(MALFORMED_ANSWER)
  return {
    outcome,
    code: readCode(code, ''),
    attemptsLeft: Number.isInteger(attemptsLeft) ? Math.max(0, attemptsLeft as number) : 0,
    traceId: readText(fields.traceId, traceId),
    ...(typeof ticket === 'string' ? { ticket } : {}),
  }
}

function isOutcome(value: unknown): value is VerifyOutcome {
  return typeof value === 'string' && Object.keys(OUTCOMES).includes(value)
}

/** The fields of an object; anything else has none. */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** No sentence, and no phone number: codes go to the app's analytics. */
const CODE = /^(?!.*\d{8})[\w.:-]{1,64}$/

/** A code of a business server, or the fallback. */
export function readCode(value: unknown, fallback: string): string {
  return typeof value === 'string' && CODE.test(value) ? value : fallback
}

/** A text that is not empty, or the fallback. */
export function readText(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback
}
