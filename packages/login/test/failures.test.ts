// What each error code of the business server means to a login.
import { BUSINESS_ERRORS, type BusinessErrorCode } from '@local-number/protocol'
import { StepError, toFailure } from '../src/failures'
import { LoginApiError } from '../src/ports'

const refusedBy = (step: 'sign' | 'verify', code: string) =>
  toFailure(new StepError(step, new LoginApiError(code, 't')))

const others = (Object.keys(BUSINESS_ERRORS) as BusinessErrorCode[]).filter((code) => code !== 'attemptsExhausted')

test.each([...others, 'malformedAnswer', 'a code of the app’s own', 'constructor'])(
  '%s is a refusal of the step at hand',
  (code) => {
    expect(refusedBy('sign', code)).toEqual({ type: 'failed', reason: 'signingRefused', code, traceId: 't' })
    expect(refusedBy('verify', code)).toMatchObject({ reason: 'verificationUnavailable', code })
  },
)

test.each(['sign', 'verify'] as const)('attemptsExhausted has a reason of its own in the step %s', (step) => {
  expect(refusedBy(step, 'attemptsExhausted')).toMatchObject({ reason: 'attemptsExhausted' })
})
