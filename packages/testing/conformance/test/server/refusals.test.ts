import type { HttpAnswer } from '../../src/http'
import { mustRefuse } from '../../src/server/refusals'

const answer = (status: number, body: unknown): HttpAnswer => ({
  status,
  type: 'application/json',
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
})

test.each([400, 401, 404, 409, 413, 422])('HTTP %i refuses, whichever it is', (status) => {
  expect(() => mustRefuse(answer(status, { code: 'anyOfThem' }), 'such a text')).not.toThrow()
})

test.each([
  ['a signature', answer(400, { sign: 'S' }), 'such a text must get neither signature nor ticket'],
  ['an outcome', answer(200, { outcome: 'unavailable' }), 'such a text must be refused, and was answered'],
  ['its own trouble', answer(500, { code: 'internal' }), 'and got HTTP 500 internal'],
  ['a proxy’s page', { ...answer(502, ''), type: 'text/html' }, 'and got HTTP 502 text/html'],
])('%s does not', (_what, given, message) => {
  expect(() => mustRefuse(given, 'such a text')).toThrow(message)
})

test.each([
  ['limit', 429, 'tooManyRequests', 'not judged: the server was limited'],
  ['consent', 403, 'consentRequired', 'not judged: the server wants consent to other terms'],
] as const)('a refusal for its %s says nothing of another rule', (subject, status, code, message) => {
  const refused = answer(status, { code })
  expect(() => mustRefuse(refused, 'such a text')).toThrow(message)
  expect(() => mustRefuse(refused, 'such a text', subject)).not.toThrow()
})
