import type { AdminError, FieldError } from '@local-number/simulator-contract'
import { toFieldErrors } from '../../src/form/field-errors'

const DRAFT = { customerPublicKeys: '', balance: '', lines: ['test'], effect: { status: '', redirect: '' } }

const fail = (path: string, message = ''): FieldError => ({ path, code: 'malformed', message })
const refuse = (...fields: FieldError[]): AdminError => ({ code: 'fieldsMalformed', message: '', fields })
const findPaths = (...paths: string[]) => Object.keys(toFieldErrors(refuse(...paths.map((path) => fail(path))), DRAFT))

test('an error is put at the input that its path names, in groups and in lists that are edited as one', () => {
  expect(findPaths('balance', 'effect.status', 'customerPublicKeys[0]', 'lines[1]').sort()).toEqual([
    'balance',
    'customerPublicKeys',
    'effect.status',
    'lines',
  ])
})

test('of several errors of one input the first is shown, with its own path', () => {
  const first = fail('customerPublicKeys[1]', 'is not an RSA key')
  expect(toFieldErrors(refuse(first, fail('customerPublicKeys[3]')), DRAFT)).toEqual({ customerPublicKeys: first })
})

test('an error of the whole request, or of a field that the form does not have, is at no input', () => {
  expect(findPaths('', 'platformKeys.bits', 'constructor', 'effect.constructor')).toEqual(['effect'])
})

test('refusals without fields, and outages, are at no input', () => {
  expect(toFieldErrors({ code: 'handsetInUse', message: 'the handset cm-5g is in use', fields: [] }, DRAFT)).toEqual({})
  expect(toFieldErrors({ outage: 'unreachable' }, DRAFT)).toEqual({})
})
