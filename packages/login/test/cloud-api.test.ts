import { readSignAnswer, readVerifyAnswer } from '../src/answers'
import { type CallFunction, createCloudApi } from '../src/cloud-api'

type Call = Parameters<CallFunction>[0]

function apiAnswering(answer: unknown, env?: string) {
  const calls: Call[] = []
  const api = createCloudApi({ cloudFunction: 'local-number', env }, async (call) => {
    calls.push(call)
    return answer as { result?: unknown }
  })
  return { api, calls }
}

const call = { traceId: 'a'.repeat(32), signal: new AbortController().signal }
const signRequest = { preSign: 'P', consent: { version: '1' }, session: 'S' }
const verifyRequest = { attemptId: 'A', phone: '13800138000', token: 'T', userInformation: 'U' }
const signed = { result: { status: 200, body: { sign: 'S', attemptId: 'A', traceId: 'b' } }, errMsg: 'ok' }

test('a call names the function, the documented path and the trace id', async () => {
  const { api, calls } = apiAnswering(signed)
  await expect(api.sign(signRequest, call)).resolves.toEqual({ sign: 'S', attemptId: 'A', traceId: 'b' })
  const data = { path: '/api/local-number/sign', traceId: call.traceId, body: signRequest }
  expect(calls).toEqual([{ name: 'local-number', data }])
})

test.each<[string, unknown]>([
  ['a status that is text', { status: '200', body: signed.result.body }],
  ['a body that is JSON as text', { status: 200, body: JSON.stringify(signed.result.body) }],
  ['a result that is JSON as text', `\ufeff${JSON.stringify(signed.result)}`],
])('a function that returns %s is understood', async (_name, result) => {
  await expect(apiAnswering({ result }).api.sign(signRequest, call)).resolves.toMatchObject({ sign: 'S' })
})

test.each(['手机号13800138000不存在', '13800138000', 'x'.repeat(65), 'a b', ''])(
  'a code that may hold anything, such as %j, is not passed on',
  async (code) => {
    const { api } = apiAnswering({ result: { status: 403, body: { code } } })
    await expect(api.sign(signRequest, call)).rejects.toMatchObject({ code: 'malformedAnswer' })
  },
)

test('a call goes to the configured environment', async () => {
  const { api, calls } = apiAnswering(signed, 'shop-1a2b3c')
  await api.sign(signRequest, call)
  expect(calls[0]?.config).toEqual({ env: 'shop-1a2b3c' })
})

test('a refusal carries the server’s code and trace id, never its message', async () => {
  const body = { code: 'consentRequired', message: 'private detail', traceId: 'of the attempt' }
  const { api } = apiAnswering({ result: { status: 403, body } })
  const error = await api.sign(signRequest, call).catch((reason: Error) => reason)
  expect(error).toMatchObject({ name: 'LoginApiError', code: 'consentRequired', traceId: 'of the attempt' })
  expect(String(error)).not.toContain('private detail')
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no result', { errMsg: 'ok' }],
  ['a result that is text', { result: 'ok' }],
  ['a result without a status', { result: { body: signed.result.body } }],
  ['a status that is no number', { result: { status: 'fine', body: signed.result.body } }],
  ['another function’s answer', { result: { sum: 3 } }],
  ['an answer without a sign', { result: { status: 200, body: { attemptId: 'A' } } }],
])('%s is a malformed answer', async (_name, answer) => {
  // As the login does: it validates what the api passes on.
  const signing = apiAnswering(answer)
    .api.sign(signRequest, call)
    .then((signed) => readSignAnswer(signed, call.traceId))
  await expect(signing).rejects.toMatchObject({ code: 'malformedAnswer' })
})

test.each(['verified', 'notThisNumber', 'staleToken', 'dailyLimit', 'unavailable'])(
  'the outcome %s is passed on',
  async (outcome) => {
    const body = { outcome, code: '000', attemptsLeft: 3, traceId: 't' }
    const { api, calls } = apiAnswering({ result: { status: 200, body } })
    await expect(api.verify(verifyRequest, call)).resolves.toEqual(body)
    expect(calls[0]?.data).toMatchObject({ path: '/api/local-number/verify', body: verifyRequest })
  },
)

test('an outcome of true is a malformed answer', async () => {
  const { api } = apiAnswering({ result: { status: 200, body: { outcome: true } } })
  const verifying = api.verify(verifyRequest, call).then((answer) => readVerifyAnswer(answer, call.traceId))
  await expect(verifying).rejects.toMatchObject({ code: 'malformedAnswer' })
})

describe('a function that cannot be reached', () => {
  test('rejects with WeChat’s own error', async () => {
    const failed = Object.assign(new Error('cloud.callFunction:fail'), { errCode: -504002 })
    const api = createCloudApi({ cloudFunction: 'local-number' }, () => Promise.reject(failed))
    await expect(api.sign(signRequest, call)).rejects.toBe(failed)
  })

  test('rejects, too, when WeChat throws as it does before wx.cloud.init', async () => {
    const api = createCloudApi({ cloudFunction: 'local-number' }, () => {
      throw new Error('Cloud API isn’t enabled')
    })
    await expect(api.sign(signRequest, call)).rejects.toThrow('isn’t enabled')
  })
})

describe('a call that is aborted', () => {
  test('rejects at once, and its late answer changes nothing', async () => {
    const aborting = new AbortController()
    let answerLate: (answer: typeof signed) => void = () => undefined
    const api = createCloudApi(
      { cloudFunction: 'local-number' },
      () =>
        new Promise((resolve) => {
          answerLate = resolve
        }),
    )
    const signing = api.sign(signRequest, { ...call, signal: aborting.signal })
    const ended = expect(signing).rejects.toMatchObject({ code: 'aborted' })
    aborting.abort()
    await ended
    answerLate(signed)
    await expect(signing).rejects.toMatchObject({ code: 'aborted' })
  })

  test('is not made when its signal has fired already', async () => {
    const aborting = new AbortController()
    aborting.abort()
    const { api, calls } = apiAnswering(signed)
    await expect(api.sign(signRequest, { ...call, signal: aborting.signal })).rejects.toMatchObject({ code: 'aborted' })
    expect(calls).toEqual([])
  })
})
