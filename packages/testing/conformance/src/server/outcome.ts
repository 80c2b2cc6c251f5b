// Reads and checks the answers of verify.
import type { VerifyOutcome } from '@local-number/protocol'
import { assert, formatValue } from '../assertions'
import { type HttpAnswer, parseJsonObject } from '../http'
import { describeAnswer, readCode } from './describe-answer'

export interface OutcomeAnswer {
  readonly outcome?: unknown
  readonly code?: unknown
  readonly attemptsLeft?: unknown
  readonly traceId?: unknown
  readonly ticket?: unknown
}

/**
 * @param what was asked, e.g. `verify`
 * @throws Unmet if it was not answered with an outcome
 */
export function requireOutcome(answer: HttpAnswer, what: string): OutcomeAnswer {
  const body = parseJsonObject(answer)
  assert(
    answer.status === 200 && body !== null,
    `${what} must answer with an outcome, and answered ${describeAnswer(answer)}`,
  )
  return body
}

/** @throws Unmet if verify was not answered with an outcome */
export function readOutcome(answer: HttpAnswer): OutcomeAnswer {
  return requireOutcome(answer, 'verify')
}

/** @throws Unmet */
export function assertOutcome(expected: VerifyOutcome, answer: HttpAnswer): void {
  const { outcome } = readOutcome(answer)
  const why = readCode(answer)
  assert(
    outcome === expected,
    `verify's outcome must be ${expected}, and was ${formatValue(outcome)}${why && ` (${why})`}`,
  )
}

/** @throws Unmet if the answer says anything about the number: only a valid answer of the platform may */
export function assertUnavailable(answer: HttpAnswer, what: string): void {
  const { outcome, ticket } = parseJsonObject(answer) ?? {}
  assert(outcome !== 'verified' && ticket === undefined, `${what} must not give verified or a ticket`)
  assert(outcome !== 'notThisNumber', `${what} must not give notThisNumber`)
  assert(answer.status !== 200 || outcome === 'unavailable', `${what} must give unavailable`)
}

/** Returns a mobile number other than this one. */
export function createOtherNumber(msisdn: string, which = 0): string {
  const tail = (Number(msisdn.slice(-4)) + 1 + which) % 10_000
  return `${msisdn.slice(0, -4)}${String(tail).padStart(4, '0')}`
}
