import { answerError, ServerError } from '../../src'
import { PHONE } from '../support/business'

const traceId = 'ab'.repeat(16)

const lines: object[] = []
const at = (level: string) => (fields: object) => void lines.push({ level, ...fields })
const log = { info: at('info'), warn: at('warn'), error: at('error') }

beforeEach(() => {
  lines.length = 0
})

test('a refusal of the host app gets the API’s shape and headers', () => {
  const facts = { retryAfterMs: 1_000, reason: 'wrongNumbersPerSession' } as const
  const { status, headers, body } = answerError(new ServerError('attemptsExhausted', { facts }), { traceId, log })
  expect({ status, headers }).toEqual({
    status: 429,
    headers: {
      'x-trace-id': traceId,
      'retry-after': '1',
      ratelimit: '"wrongNumbersPerSession";r=0;t=1',
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    },
  })
  expect(body).toEqual({ code: 'attemptsExhausted', message: expect.any(String), traceId, ...facts })
  expect(lines).toEqual([{ level: 'info', traceId, code: 'attemptsExhausted', status: 429, reason: facts.reason }])
})

test('the log has what a malformed request should check, and the notes that no client gets', () => {
  const notes = { way: 'sms' }
  const { body } = answerError(new ServerError('requestMalformed', { detail: 'check: session', notes }), {
    traceId,
    log,
  })
  expect(body).not.toHaveProperty('way')
  expect(lines).toMatchObject([{ code: 'requestMalformed', detail: 'check: session', way: 'sms' }])
})

test('an error that knows its login answers and is logged under that trace id', () => {
  const own = 'cd'.repeat(16)
  const { headers, body } = answerError(new ServerError('attemptSpent', { traceId: own }), { traceId, log })
  expect([headers['x-trace-id'], body.traceId]).toEqual([own, own])
  expect(lines).toMatchObject([{ traceId: own }])
})

test.each([
  ['the host app’s own error', new Error(`no row for ${PHONE}`), 'internal'],
  ['an error of the setup', new ServerError('optionUnusable', { detail: 'hashSecret is missing' }), 'optionUnusable'],
  ['an error of the ticket checker', new ServerError('ticketInvalid'), 'ticketInvalid'],
])('%s is internal to the client, and redacted in the log', (_, thrown, code) => {
  const { status, body } = answerError(thrown, { traceId, log })
  expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
  expect(JSON.stringify(body)).not.toMatch(/hashSecret|no row/)
  expect(lines).toMatchObject([{ level: 'error', code }])
  expect(JSON.stringify(lines)).not.toContain(PHONE)
})
