import type { HttpAnswer } from '../../src/http'
import { assertErrorShape, assertRefused } from '../../src/server/refusals'

const createAnswer = (status: number, body: unknown): HttpAnswer => ({
  status,
  type: 'application/json',
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
})

test.each([400, 401, 404, 409, 413, 422])('HTTP %i counts as a refusal', (status) => {
  expect(() => assertRefused(createAnswer(status, { code: 'anyOfThem' }), 'such text')).not.toThrow()
})

test.each([
  ['a signature', createAnswer(400, { sign: 'S' }), 'such text must get neither signature nor ticket'],
  [
    'an outcome',
    createAnswer(200, { outcome: 'unavailable' }),
    'such text must be refused, and was answered with an outcome',
  ],
  ['an error of the server', createAnswer(500, { code: 'internal' }), 'and was answered HTTP 500 internal'],
  ['a proxy’s page', { ...createAnswer(502, ''), type: 'text/html' }, 'and was answered HTTP 502 text/html'],
])('%s does not count as a refusal', (_what, given, message) => {
  expect(() => assertRefused(given, 'such text')).toThrow(message)
})

test.each([
  ['limit', 429, 'tooManyRequests', 'not judged: the server limits requests'],
  ['consent', 403, 'consentRequired', 'not judged: the server requires consent to another version'],
] as const)('a refusal because of %s counts only for the rule about it', (subject, status, code, message) => {
  const refused = createAnswer(status, { code })
  expect(() => assertRefused(refused, 'such text')).toThrow(message)
  expect(() => assertRefused(refused, 'such text', subject)).not.toThrow()
})

test.each([
  ['without a stable code', { code: 'some words' }, 'a refusal must have a stable code'],
  ['without a message', { message: '' }, 'a refusal must have a message'],
  ['without a trace id', { traceId: 'x' }, 'a refusal must have a traceId'],
])('a refusal %s lacks a field', (_what, change, message) => {
  const complete = { code: 'requestMalformed', message: 'check: phone', traceId: '0'.repeat(32) }
  expect(() => assertErrorShape(createAnswer(400, complete))).not.toThrow()
  expect(() => assertErrorShape(createAnswer(400, { ...complete, ...change }))).toThrow(message)
})
