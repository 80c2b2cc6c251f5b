// The stand-in of WeChat's server API, called as a business server calls it.
import { startWeChatServer, type WeChatServer, type WeChatServerOptions } from '../../src/wechat'

const APP_ID = 'wx0123456789abcdef'

let now: number
let wechat: WeChatServer

async function start(options: WeChatServerOptions = {}): Promise<void> {
  wechat = await startWeChatServer({ now: () => now, ...options })
}

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1)
  await start()
})

afterEach(() => wechat.stop())

interface Answer {
  readonly errcode?: number
  readonly errmsg?: string
  readonly access_token: string
  readonly expires_in: number
  readonly phone_info?: object
}

async function call(path: string, body: unknown, method = 'POST'): Promise<Answer> {
  const sent = method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await fetch(`${wechat.origin}${path}`, { method, ...sent })
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

const requestToken = (changes: object = {}) =>
  call('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: APP_ID,
    secret: wechat.secret,
    ...changes,
  })
const issueCode = () => wechat.host.issuePhoneNumberCode(APP_ID)
const exchange = async (code: string, token?: string) =>
  call(`/wxa/business/getuserphonenumber?access_token=${token ?? (await requestToken()).access_token}`, { code })

describe('access tokens', () => {
  test('one is valid for two hours, and asking again gives the same with less time left', async () => {
    const first = await requestToken()
    expect(first.expires_in).toBe(7200)
    now += 60_000
    expect(await requestToken()).toEqual({ access_token: first.access_token, expires_in: 7140 })
  })

  test('in its last five minutes a new one is issued, and both are valid for five more minutes', async () => {
    const { access_token: old } = await requestToken()
    now += 6_900_000
    const { access_token: renewed } = await requestToken()
    expect(renewed).not.toBe(old)
    now += 299_999
    for (const token of [old, renewed]) expect((await exchange(await issueCode(), token)).errcode).toBe(0)
    now += 1
    expect((await exchange(await issueCode(), old)).errcode).toBe(42001)
    expect((await exchange(await issueCode(), renewed)).errcode).toBe(0)
  })

  test('force_refresh makes the former one invalid, but not again within 30 seconds', async () => {
    const { access_token: leaked } = await requestToken()
    const { access_token: fresh } = await requestToken({ force_refresh: true })
    expect((await exchange(await issueCode(), leaked)).errcode).toBe(40001)
    expect((await requestToken({ force_refresh: true })).access_token).toBe(fresh)
    now += 30_000
    expect((await requestToken({ force_refresh: true })).access_token).not.toBe(fresh)
  })

  test.each([
    [{ grant_type: 'authorization_code' }, 40002],
    [{ appid: 'wx0000000000000000' }, 40013],
    [{ secret: 'wrong' }, 40125],
  ])('a request with %j fails with %d', async (changes, errcode) => {
    expect(await requestToken(changes)).toEqual({ errcode, errmsg: expect.any(String) })
  })
})

describe('phone numbers', () => {
  test('a code is exchanged for the user’s number', async () => {
    const code = await issueCode()
    expect(await exchange(code)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '13800138000',
        purePhoneNumber: '13800138000',
        countryCode: '86',
        watermark: { timestamp: now / 1000, appid: APP_ID },
      },
    })
  })

  test('a code works once', async () => {
    const code = await issueCode()
    await exchange(code)
    expect(await exchange(code)).toEqual({ errcode: 40029, errmsg: 'invalid code' })
  })

  test('of simultaneous exchanges of one code one succeeds', async () => {
    const code = await issueCode()
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(code)))
    expect(answers.filter(({ errcode }) => errcode === 0)).toHaveLength(1)
  })

  test('a code expires after five minutes', async () => {
    const [early, late] = [await issueCode(), await issueCode()]
    now += 299_999
    expect((await exchange(early)).errcode).toBe(0)
    now += 1
    expect((await exchange(late)).errcode).toBe(40029)
  })

  test('an unknown code is invalid', async () => {
    expect((await exchange('made up')).errcode).toBe(40029)
  })

  test('a foreign number has its country code', async () => {
    wechat.setPhoneNumber({ countryCode: '852', purePhoneNumber: '51234567' })
    expect((await exchange(await issueCode())).phone_info).toMatchObject({
      phoneNumber: '+85251234567',
      purePhoneNumber: '51234567',
      countryCode: '852',
    })
  })

  test('a failed call spends no code', async () => {
    const code = await issueCode()
    expect((await exchange(code, 'unknown')).errcode).toBe(40001)
    expect((await call('/wxa/business/getuserphonenumber', { code })).errcode).toBe(41001)
    const { access_token: token } = await requestToken()
    wechat.failNext(-1, 'system error')
    expect(await exchange(code, token)).toEqual({ errcode: -1, errmsg: 'system error' })
    expect((await exchange(code, token)).errcode).toBe(0)
  })

  test('every issued code uses up the quota', async () => {
    wechat.setQuota(1)
    expect(await wechat.host.hasPhoneNumberQuota(APP_ID)).toBe(true)
    await issueCode()
    expect(await wechat.host.hasPhoneNumberQuota(APP_ID)).toBe(false)
  })
})

test.each([
  ['GET', '', 43002],
  ['POST', 'code=1', 47001],
  ['POST', '[]', 47001],
])('a call by %s with the body “%s” fails with %d', async (method, body, errcode) => {
  expect((await call('/wxa/business/getuserphonenumber?access_token=x', body, method)).errcode).toBe(errcode)
})

test('the calls are listed, and other paths do not exist', async () => {
  await exchange(await issueCode())
  expect(wechat.calls).toEqual(['/cgi-bin/stable_token', '/wxa/business/getuserphonenumber'])
  expect((await fetch(`${wechat.origin}/sns/jscode2session`)).status).toBe(404)
})
