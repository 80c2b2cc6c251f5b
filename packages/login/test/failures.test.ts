// What each error code of the business server means to a login.
import { BUSINESS_ERRORS, type BusinessErrorCode } from '@local-number/protocol'
import { StepError, toFailure } from '../src/failures'
import { LoginApiError, type LoginApiErrorFacts } from '../src/ports'

const clock = { now: () => 1000 }

const refusedBy = (step: 'sign' | 'verify', code: string, facts: LoginApiErrorFacts = {}) =>
  toFailure(new StepError(step, new LoginApiError(code, { traceId: 't', ...facts })), clock)

/** Codes with a reason of their own, in every step. */
const OWN_REASONS = {
  attemptsExhausted: 'attemptsExhausted',
  carrierDown: 'verificationUnavailable',
  gatewayError: 'serverUnreachable',
  loginRefused: 'loginRefused',
  originNotAllowed: 'misconfigured',
  preSignOutsideWindow: 'clockWrong',
  rateLimited: 'rateLimited',
} as const

const others = (Object.keys(BUSINESS_ERRORS) as BusinessErrorCode[]).filter((code) => !(code in OWN_REASONS))

test.each([...others, 'malformedAnswer', 'a code of the app’s own', 'constructor'])(
  '%s is a refusal of the step at hand',
  (code) => {
    expect(refusedBy('sign', code)).toMatchObject({ reason: 'signingRefused', code, traceId: 't' })
    expect(refusedBy('verify', code)).toMatchObject({ reason: 'verificationUnavailable', code })
  },
)

describe.each(['sign', 'verify'] as const)('in the step %s', (step) => {
  test.each(Object.entries(OWN_REASONS))('%s has the reason %s', (code, reason) => {
    expect(refusedBy(step, code)).toMatchObject({ reason, code })
  })
})

test('the app’s own code for a refused user stands for the server’s code, and so for no other refusal', () => {
  const refuse = (code: string) => refusedBy('verify', code, { reason: 'blocked' })
  expect(refuse('loginRefused')).toMatchObject({ reason: 'loginRefused', code: 'blocked' })
  expect(refuse('attemptsExhausted')).toMatchObject({ reason: 'attemptsExhausted', code: 'attemptsExhausted' })
})

test.each(['rateLimited', 'overloaded', 'storeRestored', 'a code of the app’s own'])(
  '%s says how long to wait, counted from its arrival',
  (code) => {
    for (const step of ['sign', 'verify'] as const) {
      expect(refusedBy(step, code, { retryAfterMs: 45_000 }).wait).toEqual({ ms: 45_000, until: 46_000 })
      expect(refusedBy(step, code).wait).toBeNull()
    }
  },
)
