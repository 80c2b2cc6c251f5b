import type { HttpAnswer } from '../../src/http'
import { mustBe, mustNotJudge, otherNumber, outcomeOf } from '../../src/server/outcome'

const answer = (status: number, body: unknown): HttpAnswer => ({
  status,
  type: 'application/json',
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
})

test('an outcome stands in an answer of HTTP 200', () => {
  expect(outcomeOf(answer(200, { outcome: 'verified' }))).toEqual({ outcome: 'verified' })
  expect(() => outcomeOf(answer(409, { code: 'attemptSpent' }))).toThrow('HTTP 409')
  expect(() => mustBe('verified', answer(200, { outcome: 'unavailable' }))).toThrow('"unavailable"')
})

test.each([
  ['a yes', answer(200, { outcome: 'verified' })],
  ['a no', answer(200, { outcome: 'notThisNumber' })],
  ['a ticket', answer(200, { outcome: 'unavailable', ticket: 'T' })],
  ['nothing said', answer(200, {})],
])('%s judges the number', (_what, judging) => {
  expect(() => mustNotJudge(judging, 'HTML')).toThrow('HTML')
})

test.each([
  ['unavailable', answer(200, { outcome: 'unavailable' })],
  ['an error', answer(502, { code: 'platformDown' })],
])('%s does not', (_what, silent) => {
  expect(() => mustNotJudge(silent, 'HTML')).not.toThrow()
})

test('another number is another mobile number, and another one each time', () => {
  const others = [0, 1, 2].map((which) => otherNumber('13800139999', which))
  expect(others).toEqual(['13800130000', '13800130001', '13800130002'])
})
