// WeChat's mini-programs with both editions: iOS 18, where http images may be upgraded, and Wi-Fi.
import { join } from 'node:path'
import { waitFor } from '@testing-library/react'
import type { LocalNumberLoginProps } from '../src'
import { createProps, createServers, HTTPS_TOKEN, open, PHONE } from './page'

interface WxRequest {
  readonly url: string
  readonly forceCellularNetwork?: boolean
  success(answer: object): void
  fail(error: object): void
}

const IOS_18 = { platform: 'ios', system: 'iOS 18.1', SDKVersion: '3.5.8' }
const ANDROID = { platform: 'android', system: 'Android 15', SDKVersion: '3.5.8' }

/** The phone, and what it answers to a request. */
const wx = { systemInfo: IOS_18, answer: (_request: WxRequest): void => undefined, requests: [] as WxRequest[] }

jest.mock('@tarojs/taro', () => {
  const weapp = {
    requirePrivacyAuthorize: undefined,
    getSystemInfoSync: () => wx.systemInfo,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    request: (request: WxRequest) => {
      wx.requests.push(request)
      wx.answer(request)
    },
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

let consoleError: jest.SpyInstance
// Built with our plugin.
beforeAll(() => import(join(__dirname, '../taro-plugin/runtime.mjs')))
beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  wx.systemInfo = IOS_18
  wx.requests.length = 0
  wx.answer = ({ success }) => success({ statusCode: 200, data: HTTPS_TOKEN })
  consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  consoleError.mockRestore()
})

async function agreed(props: Partial<LocalNumberLoginProps> = {}) {
  const servers = createServers()
  const { LocalNumberLogin } = await import('../src')
  const page = open(<LocalNumberLogin {...createProps(servers, props)} />)
  await page.tick()
  await page.tap('本机号码登录')
  return { servers, page }
}

async function importBoth() {
  const [{ imageEdition }, { httpsEdition }] = [await import('../src'), await import('../src/https')]
  return [imageEdition, httpsEdition]
}

const told = () => consoleError.mock.calls.map(([line]) => String(line)).filter((line) => line.startsWith('http'))

describe('on iOS 18', () => {
  test('both editions: the HTTPS edition logs in, and no image is mounted', async () => {
    const onVerified = jest.fn()
    const { servers, page } = await agreed({ editions: await importBoth(), onVerified })
    await page.find('.lnl-input input')
    expect(page.imageElement()).toBeNull()
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    expect(servers.sign.mock.calls[0]?.[0]).toMatchObject({ edition: 'httpsMiniProgram' })
    expect(wx.requests.map(({ url }) => url)).toEqual(['https://verify.cmpassport.com/h5/getMobile'])
    expect(onVerified).toHaveBeenCalledTimes(1)
  })

  test('both editions with an image from an IP address: the image edition, which comes first', async () => {
    const origins = { production: { getMobile: 'http://127.0.0.1:7000', getToken: 'http://127.0.0.1:7000' } }
    const { page } = await agreed({ editions: await importBoth(), origins })
    await page.find('taro-image-core img')
  })

  test('the image edition alone is tried; if it fails, the code says why, and once the console', async () => {
    const onFallback = jest.fn()
    const { page } = await agreed({ onFallback })
    await page.imageFails()
    await page.sees('未能识别本机号码')
    expect(onFallback).toHaveBeenCalledWith(
      expect.objectContaining({ reason: 'numberRetrievalFailed', code: 'httpImageMaybeUpgraded' }),
    )
    await page.tap('重试')
    await page.imageFails()
    await waitFor(() => expect(onFallback).toHaveBeenCalledTimes(2))
    expect(told()).toEqual([expect.stringMatching(/^httpImageMaybeUpgraded: iOS 18.*IP address.*httpsEdition/)])
  })

  test('a production build says nothing on the console', async () => {
    const before = process.env.NODE_ENV
    Object.assign(process.env, { NODE_ENV: 'production' })
    try {
      const { explainUpgradedImage } = await import('../src/image-upgrade-note')
      expect(explainUpgradedImage).toBeDefined()
      const { page } = await agreed()
      await page.imageFails()
      await page.sees('未能识别本机号码')
      expect(told()).toEqual([])
    } finally {
      Object.assign(process.env, { NODE_ENV: before })
    }
  })
})

describe('on Wi-Fi', () => {
  const network = { type: async () => 'wifi' as const, onChange: () => () => undefined }

  test('an Android phone asks over cellular, and logs in', async () => {
    wx.systemInfo = ANDROID
    const { page } = await agreed({ editions: (await importBoth()).slice(1), network })
    await page.find('.lnl-input input')
    expect(wx.requests.map(({ forceCellularNetwork }) => forceCellularNetwork)).toEqual([true])
  })

  test('an Android phone without mobile data is asked to turn Wi-Fi off', async () => {
    wx.systemInfo = ANDROID
    wx.answer = ({ fail }) => fail({ errMsg: 'request:fail bind mobile socket failed' })
    const onFallback = jest.fn()
    const { page } = await agreed({ editions: (await importBoth()).slice(1), network, onFallback })
    await page.sees('请关闭 Wi\u2011Fi')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'wifi', code: '0' }))
    expect(page.buttons()).toEqual(['重试'])
  })

  test('an iPhone is asked at once', async () => {
    const { servers, page } = await agreed({ editions: await importBoth(), network })
    await page.sees('请关闭 Wi\u2011Fi')
    expect(servers.sign).not.toHaveBeenCalled()
    expect(wx.requests).toEqual([])
  })

  test('an Android phone whose app prefers the image edition takes the one that works beside Wi-Fi', async () => {
    wx.systemInfo = ANDROID
    const { page } = await agreed({ editions: await importBoth(), network })
    await page.find('.lnl-input input')
    expect(wx.requests.map(({ forceCellularNetwork }) => forceCellularNetwork)).toEqual([true])
  })

  test('an Android phone with the image edition alone is asked to turn Wi-Fi off', async () => {
    wx.systemInfo = ANDROID
    const { page } = await agreed({ editions: (await importBoth()).slice(0, 1), network })
    await page.sees('请关闭 Wi\u2011Fi')
    expect(wx.requests).toEqual([])
  })
})
