import type { PostAnswer, PostRequest } from '@local-number/jssdk'
import { createHttpApi } from '../src/http-api'

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

test('posts to the documented paths with the app’s headers and the trace id', async () => {
  const { api, sent } = apiAnswering({ status: 200, body: { sign: 'S', attemptId: 'A', traceId: 'b' } })
  await expect(api.sign(signRequest, call)).resolves.toEqual({ sign: 'S', attemptId: 'A', traceId: 'b' })
  expect(sent[0]).toMatchObject({
    url: 'https://shop.test/api/local-number/sign',
    headers: { authorization: 'Bearer x', 'x-trace-id': call.traceId },
    body: signRequest,
  })
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

test.each([
  ['HTML with status 200', { status: 200, body: '<html>' }],
  ['a gateway’s 502', { status: 502, body: '<html>' }],
  ['an answer without a sign', { status: 200, body: { attemptId: 'A' } }],
])('%s is a malformed answer', async (_name, answer) => {
  await expect(apiAnswering(answer).api.sign(signRequest, call)).rejects.toMatchObject({ code: 'malformedAnswer' })
})

test.each(['verified', 'notThisNumber', 'unavailable'])('passes on the outcome %s', async (outcome) => {
  const body = { outcome, code: '000', attemptsLeft: 3, traceId: 't' }
  await expect(apiAnswering({ status: 200, body }).api.verify(verifyRequest, call)).resolves.toEqual(body)
})

test.each([{ outcome: 'yes' }, { outcome: true }, {}])('%j is no outcome', async (partial) => {
  const body = { code: '000', attemptsLeft: 3, traceId: 't', ...partial }
  await expect(apiAnswering({ status: 200, body }).api.verify(verifyRequest, call)).rejects.toMatchObject({
    code: 'malformedAnswer',
  })
})
