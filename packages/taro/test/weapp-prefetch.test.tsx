// WeChat: a signature is fetched before the tap only if the user has accepted the privacy guide already.
import { join } from 'node:path'
import { waitFor } from '@testing-library/react'
import { createProps, createServers, HTTPS_TOKEN, open } from './page'

interface Answers<T> {
  success(answer: T): void
  fail(error: object): void
}

const wx = {
  getPrivacySetting: undefined as ((options: Answers<{ needAuthorization: boolean }>) => void) | undefined,
  getSystemInfoSync: jest.fn(() => ({ platform: 'ios', system: 'iOS 17.1', SDKVersion: '3.5.8' })),
  requirePrivacyAuthorize: jest.fn(({ success }: Answers<void>) => success()),
}

jest.mock('@tarojs/taro', () => {
  const weapp = {
    // A base library that lacks it has nothing in its place.
    get getPrivacySetting() {
      return wx.getPrivacySetting
    },
    requirePrivacyAuthorize: (options: Answers<void>) => wx.requirePrivacyAuthorize(options),
    getSystemInfoSync: () => wx.getSystemInfoSync(),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    request: ({ success }: Answers<object>) => success({ statusCode: 200, data: HTTPS_TOKEN }),
    onAppShow: () => undefined,
    offAppShow: () => undefined,
    onAppHide: () => undefined,
    offAppHide: () => undefined,
  }
  // Taro's modules import each other in circles: each member is looked up when it is used.
  return new Proxy(weapp, {
    get: (own, name) => Reflect.get(name in own ? own : jest.requireActual('@tarojs/taro'), name),
  })
})

// Built with our plugin.
beforeAll(() => import(join(__dirname, '../taro-plugin/runtime.mjs')))
beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  wx.getPrivacySetting = undefined
  wx.getSystemInfoSync.mockClear()
  wx.requirePrivacyAuthorize.mockClear()
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

async function ticked() {
  const servers = createServers()
  const { sign, consent, verify } = servers
  const [{ LocalNumberLogin }, { httpsEdition }] = [await import('../src'), await import('../src/https')]
  const props = createProps(servers, { editions: [httpsEdition], api: { sign, consent, verify } })
  const page = open(<LocalNumberLogin {...props} />)
  await page.tick()
  return { servers, page }
}

test('with nothing to authorize the tick fetches, without a look at the device', async () => {
  wx.getPrivacySetting = ({ success }) => success({ needAuthorization: false })
  const { servers, page } = await ticked()
  await waitFor(() => expect(servers.sign).toHaveBeenCalledTimes(1))
  expect(servers.sign.mock.calls[0]?.[0]).toEqual({ edition: 'httpsMiniProgram', session: expect.any(String) })
  for (const call of [wx.getSystemInfoSync, wx.requirePrivacyAuthorize]) expect(call).not.toHaveBeenCalled()
  await page.tap('本机号码登录')
  await page.find('.lnl-input input')
  expect(servers.consent).toHaveBeenCalledTimes(1)
  expect(servers.sign).toHaveBeenCalledTimes(1)
})

test.each<[string, typeof wx.getPrivacySetting]>([
  ['an authorization is pending', ({ success }) => success({ needAuthorization: true })],
  ['WeChat cannot say', ({ fail }) => fail({ errMsg: 'getPrivacySetting:fail' })],
  ['this WeChat does not know the question', undefined],
])('if %s, nothing is sent before the tap, and the sign carries the consent', async (_what, getPrivacySetting) => {
  wx.getPrivacySetting = getPrivacySetting
  const { servers, page } = await ticked()
  await page.sees('本机号码登录')
  expect(servers.sign).not.toHaveBeenCalled()
  await page.tap('本机号码登录')
  await page.find('.lnl-input input')
  expect(servers.sign.mock.calls.map(([{ consent }]) => consent)).toEqual([{ version: '1', locale: 'zh-CN' }])
  expect(servers.consent).not.toHaveBeenCalled()
})
