import { parseFaultRequest } from '../../../simulator/src/schemas/fault'
import { fieldErrorsOf, isWholeNumber, mistakesIn } from '../../src/form/mistakes'

function refusalOf(request: object): string {
  try {
    return JSON.stringify(parseFaultRequest(request as Parameters<typeof parseFaultRequest>[0]))
  } catch (error) {
    return (error as Error).message
  }
}

test('of several mistakes of a field the first is told', () => {
  expect(
    mistakesIn([
      ['a', 'missing', false],
      ['b', 'time', true],
      ['b', 'jitter', true],
    ]),
  ).toEqual({ b: 'time' })
})

test('what the simulator says of a field is that field’s error', () => {
  const message = 'customerPublicKeys[0] is no RSA key: give base64 of its DER; balance must be a whole number'
  expect(fieldErrorsOf({ code: 'fieldsMalformed', message })).toEqual({
    customerPublicKeys: 'customerPublicKeys[0] is no RSA key: give base64 of its DER',
    balance: 'balance must be a whole number',
  })
})

test('what it says of an effect of a fault is the effect’s', () => {
  const [redirect, status] = ['effect.redirect must be an http or https URL', 'effect.status must be 500 to 599']
  const message = `the fault cannot be switched on: ${redirect}; ${status}`
  expect(fieldErrorsOf({ code: 'faultMalformed', message })).toEqual({
    redirect: `the fault cannot be switched on: ${redirect}`,
    status,
  })
})

test('what the simulator really says of a fault is told beside its fields', () => {
  const effect = { status: 499, drop: 'all', delayMs: -1 }
  const errors = fieldErrorsOf({ code: 'faultMalformed', message: refusalOf({ call: 'verify', effect, times: 0 }) })
  expect(Object.keys(errors).sort()).toEqual(['delayMs', 'drop', 'status', 'times'])
})

test('what is of no field, and an outage, is no field’s error', () => {
  expect(fieldErrorsOf({ code: 'doubledApp', message: 'app 300011 is registered twice' })).toEqual({})
  expect(fieldErrorsOf({ outage: 'unreachable' })).toEqual({})
  expect(fieldErrorsOf(null)).toEqual({})
})

test('a whole number is one in its range, and nothing is none', () => {
  expect(['0', '10', '', '-1', '1.5', '1e3'].map((text) => isWholeNumber(text))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect([isWholeNumber('5', 1, 5), isWholeNumber('6', 1, 5)]).toEqual([true, false])
})
