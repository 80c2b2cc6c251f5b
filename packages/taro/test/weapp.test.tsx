// WeChat's own ways: its question about privacy, and what it does to an app in the background.
import { join } from 'node:path'
import { act, waitFor } from '@testing-library/react'
import type { LocalNumberLoginProps } from '../src'
import { createProps, createServers, open } from './page'

type Answer = { success: () => void; fail: (failure: unknown) => void }

const wx: {
  requirePrivacyAuthorize: ((options: Answer) => void) | undefined
  /** As `getSystemInfoSync` names it. */
  platform: string
  readonly shown: Set<() => void>
  readonly hidden: Set<() => void>
} = { requirePrivacyAuthorize: undefined, platform: 'ios', shown: new Set(), hidden: new Set() }

jest.mock('@tarojs/taro', () => {
  const weapp = {
    // A base library that lacks it has nothing in its place.
    get requirePrivacyAuthorize() {
      return wx.requirePrivacyAuthorize
    },
    getSystemInfoSync: () => ({ platform: wx.platform }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
    onAppShow: (listener: () => void) => wx.shown.add(listener),
    offAppShow: (listener: () => void) => wx.shown.delete(listener),
    onAppHide: (listener: () => void) => wx.hidden.add(listener),
    offAppHide: (listener: () => void) => wx.hidden.delete(listener),
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
  wx.requirePrivacyAuthorize = undefined
  wx.platform = 'ios'
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

async function agreed(props: Partial<LocalNumberLoginProps> = {}) {
  const servers = createServers()
  const network = { type: jest.fn(async () => '5g' as const), onChange: () => () => undefined }
  const { LocalNumberLogin } = await import('../src')
  const page = open(<LocalNumberLogin {...createProps(servers, { network, ...props })} />)
  await page.tick()
  expect(wx.requirePrivacyAuthorize ?? jest.fn()).not.toHaveBeenCalled()
  await page.tap('本机号码登录')
  return { servers, network, page }
}

test.each(['windows', 'mac', 'linux', 'ohos_pc'])(
  'WeChat on a computer (%s) is unsupported at once: nothing is asked, read or sent',
  async (platform) => {
    wx.platform = platform
    wx.requirePrivacyAuthorize = jest.fn()
    const onFallback = jest.fn()
    const { servers, network, page } = await agreed({ onFallback })
    await page.sees('当前设备不支持本机号码登录')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'platformUnsupported', code: 'desktop' }))
    for (const call of [wx.requirePrivacyAuthorize, network.type, servers.sign, servers.fetch]) {
      expect(call).not.toHaveBeenCalled()
    }
    expect(page.imageElement()).toBeNull()
  },
)

test.each(['ios', 'android', 'ohos', ''])('WeChat on %j is tried', async (platform) => {
  wx.platform = platform
  const { page } = await agreed()
  await page.find('taro-image-core img')
})

describe('WeChat’s privacy pop-up', () => {
  const asking = () => {
    const answers: Answer[] = []
    wx.requirePrivacyAuthorize = jest.fn((answer) => answers.push(answer))
    return { answer: (how: (answer: Answer) => void) => act(async () => how(answers.shift() as Answer)) }
  }

  test('waits for the user before anything is sent or read', async () => {
    const { answer } = asking()
    const { servers, network, page } = await agreed()
    await page.sees('请在弹窗中授权')
    expect([network.type, servers.sign].map((each) => each.mock.calls.length)).toEqual([0, 0])
    expect(page.imageElement()).toBeNull()
    await answer(({ success }) => success())
    await page.find('taro-image-core img')
    expect(servers.sign).toHaveBeenCalledTimes(1)
  })

  test('ends in privacyDenied when denied, and a retry begins with an empty box', async () => {
    const { answer } = asking()
    const onFallback = jest.fn()
    const { servers, page } = await agreed({ onFallback })
    await answer(({ fail }) => fail({ errMsg: 'requirePrivacyAuthorize:fail', errno: 104 }))
    await page.sees('您未授权')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'privacyDenied', code: '104' }))
    expect(servers.sign).not.toHaveBeenCalled()
    await page.tap('本机号码登录')
    expect(await page.isTicked()).toBe(false)
  })

  test('is skipped by versions of WeChat that do not have it', async () => {
    const { page } = await agreed()
    await page.find('taro-image-core img')
  })

  test('is skipped in a browser, even if Taro exports it', async () => {
    process.env.TARO_ENV = 'h5'
    asking()
    const { page } = await agreed()
    await page.find('taro-image-core img')
    expect(wx.requirePrivacyAuthorize).not.toHaveBeenCalled()
  })
})

describe('an app that was in the background', () => {
  const tell = (listeners: Set<() => void>) =>
    act(async () => {
      for (const listener of [...listeners]) listener()
    })

  test('starts failed work over when it is back', async () => {
    const { servers, page } = await agreed()
    await page.find('taro-image-core img')
    await tell(wx.hidden)
    await page.imageFails()
    expect(page.text()).toContain('正在核验本机号码')
    expect(servers.sign).toHaveBeenCalledTimes(1)
    await tell(wx.shown)
    await waitFor(() => expect(servers.sign).toHaveBeenCalledTimes(2))
    await page.find('taro-image-core img')
  })

  test('is observed only while the view is mounted', async () => {
    const { page } = await agreed()
    expect([wx.shown.size, wx.hidden.size]).toEqual([1, 1])
    page.unmount()
    expect([wx.shown.size, wx.hidden.size]).toEqual([0, 0])
  })
})
