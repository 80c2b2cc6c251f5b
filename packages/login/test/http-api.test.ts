import type { PostAnswer, PostRequest } from '@local-number/jssdk'
import { createHttpApi } from '../src/http-api'
import type { LoginApi } from '../src/ports'
import { createStandIns, START, settle, startLogin, submitNumber } from './stand-ins'

function apiAnswering(answer: PostAnswer, baseUrl = 'https://shop.test') {
  const sent: PostRequest[] = []
  const api = createHttpApi({ baseUrl, headers: { authorization: 'Bearer x' } }, async (request) => {
    sent.push(request)
    return answer
  })
  return { api, sent }
}

const call = { traceId: 'a'.repeat(32), signal: new AbortController().signal }
const signRequest = { preSign: 'P', consent: { version: '1' }, session: 'S' }
const verifyRequest = { attemptId: 'A', phone: '13800138000', token: 'T', userInformation: 'U' }

test('a call posts to the documented path with the app’s headers and the trace id', async () => {
  const { api, sent } = apiAnswering({ status: 200, body: { sign: 'S', attemptId: 'A', traceId: 'b' } })
  await expect(api.sign(signRequest, call)).resolves.toEqual({ sign: 'S', attemptId: 'A', traceId: 'b' })
  expect(sent[0]).toMatchObject({
    url: 'https://shop.test/api/local-number/sign',
    headers: { authorization: 'Bearer x', 'x-trace-id': call.traceId },
    body: signRequest,
  })
})

test.each([
  [{ 'Content-Type': 'application/json; charset=utf-8' }, { 'content-type': 'application/json; charset=utf-8' }],
  [
    { AUTHORIZATION: 'a', authorization: 'b' },
    { 'content-type': 'application/json', authorization: 'b' },
  ],
  [{ 'X-Trace-Id': 'of the app' }, { 'content-type': 'application/json' }],
  [undefined, { 'content-type': 'application/json' }],
])('the headers %j are sent once each, whatever their spelling', async (headers, expected) => {
  const sent: PostRequest[] = []
  const api = createHttpApi({ baseUrl: 'https://shop.test', headers }, async (request) => {
    sent.push(request)
    return { status: 200, body: { sign: 'S', attemptId: 'A' } }
  })
  await api.sign(signRequest, call)
  expect(sent[0]?.headers).toEqual({ ...expected, 'x-trace-id': call.traceId })
})

test('a base URL may end in a slash', async () => {
  const { api, sent } = apiAnswering(
    { status: 200, body: { sign: 'S', attemptId: 'A', traceId: 'b' } },
    'https://x.test/',
  )
  await api.sign(signRequest, call)
  expect(sent[0]?.url).toBe('https://x.test/api/local-number/sign')
})

test('a refusal carries the server’s code and trace id, never its message', async () => {
  const body = { code: 'consentRequired', message: 'private detail', traceId: 'of the attempt' }
  const { api } = apiAnswering({ status: 403, body })
  const error = await api.sign(signRequest, call).catch((reason: Error) => reason)
  expect(error).toMatchObject({ code: 'consentRequired', traceId: 'of the attempt' })
  expect(String(error)).not.toContain('private detail')
})

test.each<[unknown, string | undefined]>([
  ['accountClosed', 'accountClosed'],
  ['13800138000', undefined],
  ['the account is closed', undefined],
  [1, undefined],
])('the app’s own code for a refused user, %j, is passed on as %s', async (reason, passed) => {
  const { api } = apiAnswering({ status: 403, body: { code: 'loginRefused', reason, traceId: 't' } })
  const error = await api.verify(verifyRequest, call).catch((refused: unknown) => refused)
  expect(error).toMatchObject({ code: 'loginRefused', reason: passed })
})

test.each<[unknown, number | undefined]>([
  [45_000, 45_000],
  ['45000', undefined],
  [null, undefined],
])('the waiting time that a refusal names, %j, is passed on as %s', async (retryAfterMs, passed) => {
  const { api } = apiAnswering({ status: 429, body: { code: 'rateLimited', retryAfterMs, traceId: 't' } })
  const error = await api.sign(signRequest, call).catch((refused: unknown) => refused)
  expect(error).toMatchObject({ code: 'rateLimited', retryAfterMs: passed })
})

test.each(['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable'])(
  'the outcome %s is passed on',
  async (outcome) => {
    const body = { outcome, code: '000', attemptsLeft: 3, traceId: 't' }
    await expect(apiAnswering({ status: 200, body }).api.verify(verifyRequest, call)).resolves.toEqual(body)
  },
)

test('a refusal without a code is a malformed answer', async () => {
  const { api } = apiAnswering({ status: 500, body: '<html>' })
  await expect(api.sign(signRequest, call)).rejects.toMatchObject({ code: 'malformedAnswer' })
})

test.each([502, 503, 504])('the status %i without a code comes from a gateway, not from the server', async (status) => {
  const refusal = (body: unknown) =>
    apiAnswering({ status, body })
      .api.verify(verifyRequest, call)
      .catch((error: unknown) => error)
  expect(await refusal('<html>')).toMatchObject({ code: 'gatewayError' })
  expect(await refusal({ message: 'no healthy upstream' })).toMatchObject({ code: 'gatewayError' })
  expect(await refusal({ code: 'overloaded' })).toMatchObject({ code: 'overloaded' })
})

describe('a login over HTTP', () => {
  beforeEach(() => jest.useFakeTimers({ now: START }))
  afterEach(() => jest.useRealTimers())

  async function startWith(api: Partial<LoginApi>) {
    const login = startLogin(Object.assign(createStandIns(), api))
    login.agree()
    await settle()
    return login
  }

  test.each([
    ['HTML with status 200', { status: 200, body: '<html>' }],
    ['HTML with status 500', { status: 500, body: '<html>' }],
    ['an answer without a sign', { status: 200, body: { attemptId: 'A' } }],
  ])('ends in the fallback as a malformed answer after %s', async (_name, answer) => {
    const { sign } = apiAnswering(answer).api
    const login = await startWith({ sign })
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'signingRefused', code: 'malformedAnswer' })
  })

  test('ends in the fallback as one without a server after a gateway’s 502', async () => {
    const { sign } = apiAnswering({ status: 502, body: '<html>' }).api
    const login = await startWith({ sign })
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable', code: 'gatewayError' })
  })

  test.each([{ outcome: 'yes' }, { outcome: true }, {}])('takes %j for a malformed answer', async (partial) => {
    const body = { code: '000', attemptsLeft: 3, traceId: 't', ...partial }
    const { verify } = apiAnswering({ status: 200, body }).api
    const login = await startWith({ verify })
    await submitNumber(login)
    expect(login.state()).toMatchObject({
      name: 'fallback',
      reason: 'verificationUnavailable',
      code: 'malformedAnswer',
    })
  })
})
