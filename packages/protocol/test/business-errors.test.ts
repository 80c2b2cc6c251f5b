// The error codes that page and business server agree on.
import { BUSINESS_ERRORS, isBusinessErrorCode } from '../src/business-errors'

test.each(Object.entries(BUSINESS_ERRORS))(
  '%s is a code in camel case with an HTTP error status: %i',
  (code, status) => {
    expect(code).toMatch(/^[a-z][a-zA-Z]+$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(isBusinessErrorCode(code)).toBe(true)
  },
)

test.each(['', 'malformedAnswer', 'constructor', '__proto__', 'toString', 429, null, undefined, ['internal']])(
  '%p is not a code of the business server',
  (code) => {
    expect(isBusinessErrorCode(code)).toBe(false)
  },
)
