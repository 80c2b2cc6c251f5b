import { createWechatClient, type WechatClient } from '../../src/wechat/wechat-client'
import { PHONE_PATH, startWechat, TOKEN_PATH, WECHAT_APP, type WechatStandIn } from '../support/wechat-stand-in'

const MAINLAND = { purePhoneNumber: '13800138000', countryCode: 86 }
const FOUND = { state: 'found', phone: '13800138000', countryCode: '86' }

/** Enough for an answer on a busy machine. */
const TIMEOUT_MS = 2_000

let wechat: WechatStandIn
let client: WechatClient
let clock = 1_800_000_000_000

const connect = (changes = {}) =>
  createWechatClient({ ...WECHAT_APP, origin: wechat.origin, timeoutMs: TIMEOUT_MS, now: () => clock, ...changes })

beforeEach(async () => {
  wechat = await startWechat()
  client = connect()
})

afterEach(async () => {
  jest.restoreAllMocks()
  await client.close()
  await wechat.close()
})

it('finds the number behind a code', async () => {
  expect(await client.findPhone(wechat.issueCode(MAINLAND))).toEqual(FOUND)
})

it('finds a number of another country with its country code', async () => {
  const code = wechat.issueCode({ purePhoneNumber: '61234567', countryCode: '852' })
  expect(await client.findPhone(code)).toEqual({ state: 'found', phone: '61234567', countryCode: '852' })
})

it('reports a code that was used before as refused', async () => {
  const code = wechat.issueCode(MAINLAND)
  await client.findPhone(code)
  expect(await client.findPhone(code)).toEqual({ state: 'refusedCode' })
})

describe('the access token', () => {
  it('is fetched once for calls at the same time', async () => {
    const codes = Array.from({ length: 5 }, () => wechat.issueCode(MAINLAND))
    await Promise.all(codes.map((code) => client.findPhone(code)))
    expect(wechat.calls.filter((path) => path === TOKEN_PATH)).toHaveLength(1)
  })

  it('is renewed five minutes before its end, and not before', async () => {
    await client.findPhone(wechat.issueCode(MAINLAND))
    clock += (7_200 - 300) * 1000 - 1
    await client.findPhone(wechat.issueCode(MAINLAND))
    expect(wechat.calls.filter((path) => path === TOKEN_PATH)).toHaveLength(1)
    clock += 1
    await client.findPhone(wechat.issueCode(MAINLAND))
    expect(wechat.calls.filter((path) => path === TOKEN_PATH)).toHaveLength(2)
  })

  it('is fetched anew when WeChat refuses it, and the code still counts', async () => {
    await client.findPhone(wechat.issueCode(MAINLAND))
    wechat.accessToken = 'second-access-token'
    expect(await client.findPhone(wechat.issueCode(MAINLAND))).toEqual(FOUND)
    expect(wechat.calls.filter((path) => path === TOKEN_PATH)).toHaveLength(2)
  })

  it('is asked for no more than twice for one code', async () => {
    wechat.isTokenValid = false
    const reply = await client.findPhone(wechat.issueCode(MAINLAND))
    expect(reply).toEqual({ state: 'unavailable', reason: 'errcode 40001', isDown: false })
    expect(wechat.calls).toEqual([TOKEN_PATH, PHONE_PATH, TOKEN_PATH, PHONE_PATH])
  })

  it('is fetched again after a fetch that failed', async () => {
    wechat.answerWith(TOKEN_PATH, (response) => response.destroy())
    expect(await client.findPhone(wechat.issueCode(MAINLAND))).toMatchObject({ state: 'unavailable' })
    wechat.answerWith(TOKEN_PATH, null)
    expect(await client.findPhone(wechat.issueCode(MAINLAND))).toEqual(FOUND)
  })
})

describe('WeChat is unavailable', () => {
  it.each([
    ['of its own fault', '{"errcode":-1,"errmsg":"system error"}', 'errcode -1', true],
    ['for too many calls', '{"errcode":45011}', 'errcode 45011', false],
    ['for text that is not JSON', '<html>', 'SyntaxError', true],
    ['for an answer without a number', '{"errcode":0}', 'unreadable answer', false],
    ['for an answer of 20 kB', JSON.stringify('a'.repeat(20_000)), 'UND_ERR_RES_EXCEEDED_MAX_SIZE', true],
  ])('%s', async (_, text, reason, isDown) => {
    wechat.answerWith(PHONE_PATH, (response) => response.end(text))
    expect(await client.findPhone(wechat.issueCode(MAINLAND))).toEqual({ state: 'unavailable', reason, isDown })
  })

  it('when it does not answer in time', async () => {
    const hasty = connect({ timeoutMs: 50 })
    wechat.answerWith(TOKEN_PATH, () => undefined)
    expect(await hasty.findPhone('any')).toEqual({ state: 'unavailable', reason: 'TimeoutError', isDown: true })
    await hasty.close()
  })

  it('when all its answers together take too long: the token, the number, and both once more', async () => {
    const limits: AbortController[] = []
    jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const limit = new AbortController()
      limits.push(limit)
      return limit.signal
    })
    const reply = client.findPhone('any')
    // Of the whole exchange: it began before any call.
    const [whole] = limits
    wechat.answerWith(PHONE_PATH, (response) => {
      if (wechat.calls.length < 4) response.end('{"errcode":40001}')
      else whole?.abort(new DOMException('The time is over', 'TimeoutError'))
    })
    expect(await reply).toEqual({ state: 'unavailable', reason: 'TimeoutError', isDown: true })
    expect(wechat.calls).toEqual([TOKEN_PATH, PHONE_PATH, TOKEN_PATH, PHONE_PATH])
  })

  it('when the secret is wrong', async () => {
    const other = connect({ appSecret: 'of another app' })
    expect(await other.findPhone('any')).toEqual({ state: 'unavailable', reason: 'errcode 40125', isDown: false })
    await other.close()
  })
})
