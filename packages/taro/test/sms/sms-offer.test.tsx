// Where the SMS way is offered, and in which words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LoginApiError } from '../../src'
import { en } from '../../src/locale/en'
import { zhHK } from '../../src/locale/zh-hk'
import { zhTW } from '../../src/locale/zh-tw'
import { smsEn } from '../../src/sms/locale/en'
import { smsZhHK } from '../../src/sms/locale/zh-hk'
import { smsZhTW } from '../../src/sms/locale/zh-tw'
import { type SmsTexts, smsZhCN } from '../../src/sms/texts'
import { createServers } from '../page'
import { startWayServer, type WayServer } from '../way-server'
import { openLogin } from './sms-page'

let server: WayServer
beforeEach(async () => {
  server = await startWayServer()
})
afterEach(() => server.stop())

const LOCALES = [smsEn, smsZhHK, smsZhTW]

test.each([
  ['zh-CN', '短信验证码登录', '手机号'],
  ['zh-HK', '短訊驗證碼登入', '手機號碼'],
  ['zh-TW', '簡訊驗證碼登入', '手機號碼'],
  ['en', 'Sign in with an SMS code', 'Phone number'],
])('it speaks the component’s language %s', async (locale, label, phone) => {
  const page = openLogin({ server, way: { locales: LOCALES }, props: { locale, locales: [en, zhHK, zhTW] } })
  await page.tap(label)
  await page.sees(phone)
})

test('without a locale for the component’s language it speaks zh-CN, and the console says so once', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  const page = openLogin({ server, props: { locale: en } })
  await page.tap('短信验证码登录')
  await page.sees('获取验证码')
  const told = warn.mock.calls.flat().filter((line) => String(line).startsWith('wayLocaleMissing'))
  expect(told).toEqual([expect.stringMatching(/speaks en, and the way "短信验证码登录" zh-CN: .*`locales`/)])
  warn.mockRestore()
})

test('every locale has the same texts with the same places', () => {
  const places = (texts: object): unknown =>
    JSON.parse(JSON.stringify(texts), (_key, value) =>
      typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : value,
    )
  for (const { texts } of LOCALES) expect(places(texts)).toEqual(places(smsZhCN.texts))
})

test('it is not offered without a network', async () => {
  const network = { type: async () => 'none' as const, onChange: () => () => undefined }
  const page = openLogin({ server, props: { network } })
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('网络未连接')
  expect(page.buttons()).not.toContain('短信验证码登录')
})

test('it is not offered with a cloud function where there is no wx.cloud', async () => {
  const page = openLogin({ server, way: { api: { cloudFunction: 'local-number' } } })
  await page.find('.lnl-button')
  expect(page.buttons()).toEqual(['本机号码登录'])
})

test('a carrier that is down leads to it at once: no image is waited for', async () => {
  const { verify } = createServers()
  const sign = jest.fn(() => Promise.reject(new LoginApiError('carrierDown', { retryAfterMs: 30_000 })))
  const page = openLogin({ server, props: { api: { sign, verify } } })
  await page.tick()
  await page.tap('本机号码登录')
  await page.sees('暂时无法验证')
  expect(page.buttons().slice(0, 2)).toEqual(['短信验证码登录', '重试'])
  await page.enter()
})

test.each(['zh', 'en'])('the guide in %s lists every text of the way', (language) => {
  const guide = readFileSync(join(__dirname, `../../../../docs/${language}/customizing.md`), 'utf8')
  const names = ({ problems, ...others }: SmsTexts) =>
    [...Object.keys(others), ...Object.keys(problems).map((name) => `problems.${name}`)].sort()
  const [, table = ''] = /\n((?:\|.*\n)*\| `placeholder` .*\n(?:\|.*\n)*)/.exec(guide) ?? []
  const listed = [...table.matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(names(smsZhCN.texts))
})
