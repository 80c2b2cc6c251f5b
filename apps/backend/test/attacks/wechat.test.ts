// A stranger at WeChat's button of two real backends on one SQLite file.
import type { ServerResponse } from 'node:http'
import { createSession, PHONE } from '../../../../packages/server/test/support/business'
import {
  PHONE_PATH,
  startWechat,
  TOKEN_PATH,
  WECHAT_APP,
  type WechatStandIn,
} from '../../../../packages/server/test/support/wechat-stand-in'
import { startTarget, type Target, toAddress } from './support/target'

const NUMBER = { purePhoneNumber: PHONE, countryCode: '86' }

let wechat: WechatStandIn
let target: Target

beforeEach(async () => {
  wechat = await startWechat()
  target = await startTarget({
    env: {
      LOCAL_NUMBER_WECHAT_APP_ID: WECHAT_APP.appId,
      LOCAL_NUMBER_WECHAT_APP_SECRET: WECHAT_APP.appSecret,
      LOCAL_NUMBER_WECHAT_ORIGIN: wechat.origin,
      LOCAL_NUMBER_FAILED_EXCHANGES_PER_CLIENT: '20',
    },
  })
})

afterEach(async () => {
  await target.close()
  await wechat.close()
})

const exchange = (code: string, from?: string, at?: number) =>
  target.post('wechat-phone', { code, consent: { version: '1' }, session: createSession() }, { from, at })

it('a code that is sent again and again, to both processes at once, logs in once', async () => {
  const code = wechat.issueCode(NUMBER)
  const all = await Promise.all(Array.from({ length: 40 }, (_, index) => exchange(code, toAddress(index))))
  const outcomes = all.map(({ body }) => body.outcome)
  expect(outcomes.filter((outcome) => outcome === 'verified')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'expiredCode')).toHaveLength(39)
})

it('made-up codes end at the limit of their address, in both processes, and leave others theirs', async () => {
  for (let index = 0; index < 100; index += 1) await exchange(`made-up-${index}`)
  // One more in the process that did not count the last one, and a trickle of one a second in each.
  expect(wechat.calls.filter((path) => path === PHONE_PATH).length).toBeLessThan(40)
  expect((await exchange(wechat.issueCode(NUMBER), toAddress(1))).body).toMatchObject({ outcome: 'verified' })
})

it('codes that a stranger makes up do not close the way for others, however many they are', async () => {
  for (let index = 0; index < 60; index += 1) await exchange(`made-up-${index}`, toAddress(index), 0)
  expect((await exchange(wechat.issueCode(NUMBER), toAddress(201), 0)).body).toMatchObject({ outcome: 'verified' })
})

it('requests to a WeChat that is down are answered at once, and ask it nothing', async () => {
  wechat.answerWith(TOKEN_PATH, (response: ServerResponse) => response.destroy())
  for (let index = 0; index < 30; index += 1) await exchange(`code-${index}`, toAddress(index), 0)
  wechat.calls.length = 0
  const { status, headers, body } = await exchange('another', toAddress(31), 0)
  expect(body).toMatchObject({ code: 'wechatUnavailable', retryAfterMs: expect.any(Number) })
  expect([status, Number(headers.get('retry-after')) > 0, wechat.calls]).toEqual([503, true, []])
})

it('neither code, number, access token nor secret is in the log or in the store', async () => {
  const code = wechat.issueCode(NUMBER)
  await exchange(code)
  wechat.answerWith(PHONE_PATH, (response: ServerResponse) => response.destroy())
  await exchange(`${code}-again`)
  const kept = target.log.join('\n') + target.readStore()
  const secrets = [code, PHONE, wechat.accessToken, WECHAT_APP.appSecret]
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
})
