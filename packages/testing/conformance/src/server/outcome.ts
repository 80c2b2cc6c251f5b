// Reading the answer of verify.
import type { VerifyOutcome } from '@local-number/protocol'
import { type HttpAnswer, objectIn } from '../http'
import { must, shown } from '../must'
import { codeIn, said } from './said'

export interface OutcomeAnswer {
  readonly outcome?: unknown
  readonly code?: unknown
  readonly attemptsLeft?: unknown
  readonly traceId?: unknown
  readonly ticket?: unknown
}

/** @throws Unmet unless verify was answered with an outcome */
export function outcomeOf(answer: HttpAnswer): OutcomeAnswer {
  const body = objectIn(answer)
  must(answer.status === 200 && body !== null, `verify must answer with an outcome, and answered ${said(answer)}`)
  return body
}

/** @throws Unmet */
export function mustBe(expected: VerifyOutcome, answer: HttpAnswer): void {
  const { outcome } = outcomeOf(answer)
  const why = codeIn(answer)
  must(outcome === expected, `verify's outcome must be ${expected}, and was ${shown(outcome)}${why && ` (${why})`}`)
}

/** @throws Unmet when the answer says anything of the number: only the platform's own yes and no may */
export function mustNotJudge(answer: HttpAnswer, what: string): void {
  const { outcome, ticket } = objectIn(answer) ?? {}
  must(outcome !== 'verified' && ticket === undefined, `${what} is no yes`)
  must(outcome !== 'notThisNumber', `${what} is no "not this number" either`)
  must(answer.status !== 200 || outcome === 'unavailable', `${what} must be unavailable`)
}

/** Another mobile number than this one. */
export function otherNumber(msisdn: string, which = 0): string {
  const tail = (Number(msisdn.slice(-4)) + 1 + which) % 10_000
  return `${msisdn.slice(0, -4)}${String(tail).padStart(4, '0')}`
}
