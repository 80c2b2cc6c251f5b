// Refusals of a business server, and whether they are due to the rule that is tested.
import { BUSINESS_PATHS, TRACE_ID } from '@local-number/protocol'
import { assert } from '../assertions'
import { type HttpAnswer, parseJsonObject } from '../http'
import { describeAnswer, readCode } from './describe-answer'
import { createSignBody, post } from './login'
import type { ServerSubject } from './subject'

/** Refusals that are due to another rule, with a remedy. */
const UNRELATED_REFUSALS = {
  limit: {
    matches: ({ status }: HttpAnswer) => status === 429,
    remedy: 'the server limits requests: switch its rate limit off',
  },
  consent: {
    matches: (answer: HttpAnswer) => answer.status === 403 && readCode(answer) === 'consentRequired',
    remedy: 'the server requires consent to another version of the terms: set consentVersion in --credentials',
  },
} as const

/**
 * Asserts a refusal with any 4xx status, except those that are due to another rule.
 *
 * @param subject the rule that is tested, if it is itself about a limit or consent
 * @throws Unmet unless the server refused, without a signature or a ticket
 */
export function assertRefused(answer: HttpAnswer, what: string, subject?: keyof typeof UNRELATED_REFUSALS): void {
  const { sign, ticket, outcome } = parseJsonObject(answer) ?? {}
  assert(sign === undefined && ticket === undefined, `${what} must get neither signature nor ticket`)
  assert(outcome === undefined, `${what} must be refused, and was answered with an outcome`)
  const isRefusal = answer.status >= 400 && answer.status < 500
  assert(isRefusal, `${what} must be refused with HTTP 4xx, and was answered ${describeAnswer(answer)}`)
  for (const [name, { matches, remedy }] of Object.entries(UNRELATED_REFUSALS)) {
    assert(name === subject || !matches(answer), `not judged: ${remedy} (${describeAnswer(answer)})`)
  }
}

/** Precedes refusals, because a server that signs nothing refuses everything. @throws Unmet */
export async function assertSignsCorrectly(subject: ServerSubject): Promise<void> {
  const answer = await post(subject, BUSINESS_PATHS.sign, { body: createSignBody(subject) })
  assert(
    answer.status === 200 && typeof parseJsonObject(answer)?.sign === 'string',
    'the server does not sign a correct pre-sign: check its appId, consentVersion and rate limit against the guide ' +
      `(it answered ${describeAnswer(answer)})`,
  )
}

/** @throws Unmet unless a refusal has all of its fields */
export function assertErrorShape(answer: HttpAnswer): void {
  const { code, message, traceId } = parseJsonObject(answer) ?? {}
  assert(answer.status >= 400, `a malformed request must be refused, and was answered ${describeAnswer(answer)}`)
  assert(typeof code === 'string' && /^\w+$/.test(code), 'a refusal must have a stable code')
  assert(typeof message === 'string' && message !== '', 'a refusal must have a message')
  assert(typeof traceId === 'string' && TRACE_ID.test(traceId), 'a refusal must have a traceId of 32 hex digits')
}
