// WeChat's button in the component, over HTTP: what the user sees and does, and what the server gets.
import { join } from 'node:path'
import { WECHAT_PHONE_PATH } from '@local-number/protocol'
import { act, fireEvent, waitFor } from '@testing-library/react'
import type { LocalNumberLoginProps } from '../../src'
import type { WechatWayOptions } from '../../src/wechat'
import { createProps, createServers, open, type Page, PHONE } from '../page'
import { fetchByNode, refuse, startWayServer, type WayServer } from '../way-server'

jest.mock('@tarojs/taro', () => {
  const weapp = {
    getSystemInfoSync: () => ({ platform: 'ios' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    // As WeChat's own: the answer comes to a callback.
    request: ({ url, data, header, success, fail }: Taro.RequestOptions) => {
      fetchByNode(url, { method: 'POST', headers: header, body: data }).then(async (response) => {
        const { status, text } = response as { status: number; text(): Promise<string> }
        success({ statusCode: status, data: await text() })
      }, fail)
      return { abort: () => undefined }
    },
  }
  // Taro's modules import each other in circles: each member is looked up when it is used.
  return new Proxy(weapp, {
    get: (own, name) => Reflect.get(name in own ? own : jest.requireActual('@tarojs/taro'), name),
  })
})

declare namespace Taro {
  interface RequestOptions {
    readonly url: string
    readonly data: string
    readonly header: Record<string, string>
    success(answer: object): void
    fail(error: unknown): void
  }
}

const CONSENT: WechatWayOptions['consent'] = {
  version: 'wx-1',
  terms: [{ title: '用户协议', url: 'https://shop.test/terms' }],
}
const CODE = { errMsg: 'getPhoneNumber:ok', code: 'CODE OF WECHAT' }

let server: WayServer
// Built with our plugin.
beforeAll(() => import(join(__dirname, '../../taro-plugin/runtime.mjs')))
beforeEach(async () => {
  process.env.TARO_ENV = 'weapp'
  server = await startWayServer()
})
afterEach(async () => {
  process.env.TARO_ENV = 'h5'
  await server.stop()
})

async function openLogin(props: Partial<LocalNumberLoginProps> = {}, way: Partial<WechatWayOptions> = {}) {
  const { LocalNumberLogin } = await import('../../src')
  const { createWechatWay } = await import('../../src/wechat')
  const otherWays = props.otherWays ?? [
    createWechatWay({ api: { baseUrl: server.baseUrl }, consent: CONSENT, ...way } as WechatWayOptions),
  ]
  return open(<LocalNumberLogin {...createProps(createServers(), { initialPhone: PHONE, otherWays, ...props })} />)
}

const enter = async (page: Page) => {
  await page.tap('微信手机号登录')
  await page.sees('我已阅读并同意《用户协议》')
}

const findButton = (page: Page) => page.find('.lnl-view .lnl-button')

/** What WeChat's button reports after a tap. */
const report = async (page: Page, detail: object) => {
  const button = await findButton(page)
  await act(async () => void fireEvent(button, new CustomEvent('getphonenumber', { detail })))
}

const agreed = async (props: Partial<LocalNumberLoginProps> = {}, way: Partial<WechatWayOptions> = {}) => {
  const page = await openLogin(props, way)
  await enter(page)
  await page.tick()
  return page
}

const listBodies = () => server.listBodies(WECHAT_PHONE_PATH)
const seesProblem = (words: string) =>
  waitFor(() => expect(document.querySelector('.lnl-problem')?.textContent ?? '').toBe(words))

test('WeChat’s number is proven, and counts for more than the typed one', async () => {
  const onVerified = jest.fn()
  const onEvent = jest.fn()
  const page = await agreed({ onVerified, onEvent })
  await report(page, CODE)
  await page.sees('139****9000')
  expect(listBodies()).toEqual([
    { code: 'CODE OF WECHAT', consent: { version: 'wx-1', locale: 'zh-CN' }, session: expect.any(String) },
  ])
  const verified = onVerified.mock.calls[0]?.[0]
  expect(verified).toMatchObject({ phone: '13900139000', ticket: 'TICKET of WeChat', way: 'wechat' })
  expect(server.listTraceIds()).toEqual([verified.traceId])
  expect(onEvent.mock.calls.map(([{ way }]) => way)).toEqual(['wechat', 'wechat', 'wechat'])
})

test('its button asks WeChat only after the app’s own consent, which the dialog asks for', async () => {
  const page = await openLogin()
  await enter(page)
  expect(await page.isTicked()).toBe(false)
  const getOpenType = async () => (await findButton(page)).getAttribute('open-type')
  expect(await getOpenType()).toBeNull()
  await report(page, CODE)
  await page.tap('微信手机号登录')
  await page.sees('请阅读并同意以下条款')
  await page.tap('不同意')
  await seesProblem('请先阅读并勾选协议')
  await page.tap('微信手机号登录')
  await page.tap('同意并登录')
  await waitFor(async () => expect(await getOpenType()).toBe('getPhoneNumber'))
  expect(listBodies()).toEqual([])
  await report(page, CODE)
  await page.sees('验证成功')
})

test.each([
  [{ errMsg: 'getPhoneNumber:fail user deny' }],
  [{ errMsg: 'getPhoneNumber:fail:user cancel' }],
  [{ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
])('a denial is told, and another tap asks again: %j', async (denial) => {
  const page = await agreed()
  await report(page, denial)
  await seesProblem('您未授权手机号，可再点一次，或使用其他方式登录')
  expect(listBodies()).toEqual([])
  await report(page, CODE)
  await page.sees('验证成功')
})

test.each([
  ['WeChat’s button', async (page: Page) => report(page, { errMsg: 'getPhoneNumber:fail', errno: 1400001 })],
  [
    'the server',
    async (page: Page) => {
      server.fail(WECHAT_PHONE_PATH, { status: 200, body: { outcome: 'noQuota', traceId: 't' } })
      await report(page, CODE)
    },
  ],
])('a used-up quota is told by %s, and the way is not offered any more', async (_who, run) => {
  const page = await agreed()
  await run(page)
  await seesProblem('暂时无法使用微信手机号，请使用其他方式登录')
  await page.tap('返回')
  await page.find('.lnl-checkbox')
  expect(page.buttons()).toEqual(['本机号码登录'])
})

test.each([
  [{ status: 200, body: { outcome: 'expiredCode', traceId: 't' } }, '授权已失效，请再点一次'],
  [refuse(422, 'countryUnsupported'), '仅支持中国大陆手机号，请使用其他方式登录'],
  [refuse(429, 'rateLimited'), '操作过于频繁'],
  [{ status: 504 }, '服务暂不可用'],
  [refuse(503, 'wechatUnavailable', { retryAfterMs: 1000 }), '服务暂不可用'],
  [{ isLost: true }, '服务暂不可用'],
])('%j is told in plain words, its code is not sent again, and another tap may succeed', async (fault, words) => {
  server.fail(WECHAT_PHONE_PATH, fault)
  const page = await agreed()
  await report(page, CODE)
  await seesProblem(words)
  expect(listBodies()).toHaveLength(1)
  await report(page, { ...CODE, code: 'SECOND CODE' })
  await page.sees('验证成功')
  expect(listBodies()).toMatchObject([{ code: 'CODE OF WECHAT' }, { code: 'SECOND CODE' }])
})

test.each([
  ['a button that WeChat refuses', { errMsg: 'getPhoneNumber:fail no permission', errno: 102 }, '102'],
  ['a WeChat that gives no code', { errMsg: 'getPhoneNumber:ok' }, 'getPhoneNumber'],
])('%s ends the way, for its developer to see', async (_what, detail, code) => {
  const onFallback = jest.fn()
  const page = await agreed({ onFallback })
  await report(page, detail)
  await page.find('.lnl-mark-bad')
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'misconfigured', code }))
})

test('two reports of one tap are one request', async () => {
  const page = await agreed()
  const button = await findButton(page)
  await act(async () => {
    for (const _time of [1, 2]) fireEvent(button, new CustomEvent('getphonenumber', { detail: CODE }))
  })
  await page.sees('验证成功')
  expect(listBodies()).toHaveLength(1)
})

test('an answer that comes after leaving opens no session', async () => {
  let answer = () => {}
  server.fail(WECHAT_PHONE_PATH, { until: new Promise<void>((resolve) => (answer = resolve)) })
  const onVerified = jest.fn()
  const page = await agreed({ onVerified })
  await report(page, CODE)
  await waitFor(() => expect(listBodies()).toHaveLength(1))
  await page.tap('返回')
  answer()
  await page.tap('微信手机号登录')
  await report(page, CODE)
  await page.sees('验证成功')
  expect(onVerified).toHaveBeenCalledTimes(1)
})

test('works with a function of the app’s own', async () => {
  const exchange = jest.fn(async () => ({ outcome: 'verified' as const, phone: '13700137000', traceId: 't' }))
  const page = await agreed({}, { api: { exchange } })
  await report(page, CODE)
  await page.sees('137****7000')
  expect(listBodies()).toEqual([])
})

describe('it is offered', () => {
  test('in WeChat alone', async () => {
    const page = await openLogin()
    await page.sees('微信手机号登录')
    page.unmount()
    process.env.TARO_ENV = 'h5'
    const inBrowser = await openLogin()
    await inBrowser.find('.lnl-button')
    expect(inBrowser.buttons()).toEqual(['本机号码登录'])
  })

  test('in the order of the list', async () => {
    const { createWechatWay } = await import('../../src/wechat')
    const { createSmsWay } = await import('../../src/sms')
    const api = { baseUrl: server.baseUrl }
    const ways = [createSmsWay({ api, consent: CONSENT }), createWechatWay({ api, consent: CONSENT })]
    for (const otherWays of [ways, [...ways].reverse()]) {
      const page = await openLogin({ otherWays })
      await page.tap('其他方式登录')
      const labels = otherWays.map(({ id }) => (id === 'sms' ? '短信验证码登录' : '微信手机号登录'))
      expect(page.buttons()).toEqual([...labels, '本机号码登录'])
      page.unmount()
    }
  })
})

test('it speaks the component’s language, with the app’s words over it', async () => {
  const { en } = await import('../../src/locale/en')
  const { wechatEn } = await import('../../src/wechat/locale/en')
  const texts = { problems: { denied: 'As you like.' } }
  const page = await openLogin({ locale: en }, { locales: [wechatEn], texts })
  await page.tap('Sign in with your WeChat number')
  await page.sees('I have read and agree to')
  await page.tick()
  await report(page, { errMsg: 'getPhoneNumber:fail user deny' })
  await seesProblem('As you like.')
})

test('every locale has the same texts', async () => {
  const { wechatZhCN } = await import('../../src/wechat/texts')
  const { wechatEn } = await import('../../src/wechat/locale/en')
  const { wechatZhHK } = await import('../../src/wechat/locale/zh-hk')
  const { wechatZhTW } = await import('../../src/wechat/locale/zh-tw')
  const shape = (texts: object) => JSON.stringify(texts, (_key, value) => (typeof value === 'string' ? '' : value))
  for (const { texts } of [wechatEn, wechatZhHK, wechatZhTW]) expect(shape(texts)).toBe(shape(wechatZhCN.texts))
})
