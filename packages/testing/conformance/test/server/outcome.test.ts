import type { HttpAnswer } from '../../src/http'
import { assertOutcome, assertUnavailable, createOtherNumber, readOutcome } from '../../src/server/outcome'

const createAnswer = (status: number, body: unknown): HttpAnswer => ({
  status,
  type: 'application/json',
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
})

test('outcomes are read from answers with HTTP 200 only', () => {
  expect(readOutcome(createAnswer(200, { outcome: 'verified' }))).toEqual({ outcome: 'verified' })
  expect(() => readOutcome(createAnswer(409, { code: 'attemptSpent' }))).toThrow('HTTP 409')
  expect(() => assertOutcome('verified', createAnswer(200, { outcome: 'unavailable' }))).toThrow('"unavailable"')
})

test.each([
  ['verified', createAnswer(200, { outcome: 'verified' })],
  ['notThisNumber', createAnswer(200, { outcome: 'notThisNumber' })],
  ['a ticket', createAnswer(200, { outcome: 'unavailable', ticket: 'T' })],
  ['no outcome', createAnswer(200, {})],
])('an invalid answer of the platform must not give %s', (_what, answer) => {
  expect(() => assertUnavailable(answer, 'HTML')).toThrow('HTML')
})

test.each([
  ['unavailable', createAnswer(200, { outcome: 'unavailable' })],
  ['an error', createAnswer(502, { code: 'platformDown' })],
])('an invalid answer of the platform may give %s', (_what, answer) => {
  expect(() => assertUnavailable(answer, 'HTML')).not.toThrow()
})

test('createOtherNumber returns other mobile numbers, a different one for each index', () => {
  const others = [0, 1, 2].map((which) => createOtherNumber('13800139999', which))
  expect(others).toEqual(['13800130000', '13800130001', '13800130002'])
})
