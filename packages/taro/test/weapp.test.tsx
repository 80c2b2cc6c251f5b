// WeChat's own ways: its question about privacy, and what it does to an app in the background.
import { join } from 'node:path'
import { act, waitFor } from '@testing-library/react'
import type { LocalNumberLoginProps } from '../src'
import { open, propsWith, servers } from './world'

type Answer = { success: () => void; fail: (failure: unknown) => void }

const wx: {
  requirePrivacyAuthorize: ((options: Answer) => void) | undefined
  readonly shown: Set<() => void>
  readonly hidden: Set<() => void>
} = { requirePrivacyAuthorize: undefined, shown: new Set(), hidden: new Set() }

jest.mock('@tarojs/taro', () => {
  const weapp = {
    // A base library that lacks it has nothing in its place.
    get requirePrivacyAuthorize() {
      return wx.requirePrivacyAuthorize
    },
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
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

async function agreed(props: Partial<LocalNumberLoginProps> = {}) {
  const world = servers()
  const network = { type: jest.fn(async () => '5g' as const), onChange: () => () => undefined }
  const { LocalNumberLogin } = await import('../src')
  const page = open(<LocalNumberLogin {...propsWith(world, { network, ...props })} />)
  await page.tick()
  expect(wx.requirePrivacyAuthorize ?? jest.fn()).not.toHaveBeenCalled()
  await page.tap('同意并继续')
  return { world, network, page }
}

describe('WeChat’s question about privacy', () => {
  const asking = () => {
    const answers: Answer[] = []
    wx.requirePrivacyAuthorize = jest.fn((answer) => answers.push(answer))
    return { answer: (how: (answer: Answer) => void) => act(async () => how(answers.shift() as Answer)) }
  }

  test('waits for the user, and nothing is sent or looked at meanwhile', async () => {
    const { answer } = asking()
    const { world, network, page } = await agreed()
    await page.sees('正在等待授权')
    expect([network.type, world.sign].map((each) => each.mock.calls.length)).toEqual([0, 0])
    expect(page.imageElement()).toBeNull()
    await answer(({ success }) => success())
    await page.find('taro-image-core img')
    expect(world.sign).toHaveBeenCalledTimes(1)
  })

  test('denied says so, and trying again begins with a box that is not ticked', async () => {
    const { answer } = asking()
    const onFallback = jest.fn()
    const { world, page } = await agreed({ onFallback })
    await answer(({ fail }) => fail({ errMsg: 'requirePrivacyAuthorize:fail', errno: 104 }))
    await page.sees('没有获得授权')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'privacyDenied', code: '104' }))
    expect(world.sign).not.toHaveBeenCalled()
    await page.tap('使用本机号码登录')
    expect((await page.find<HTMLInputElement>('input[type=checkbox]')).checked).toBe(false)
  })

  test('is not asked where WeChat does not know it yet', async () => {
    const { page } = await agreed()
    await page.find('taro-image-core img')
  })

  test('is not asked in a browser, whatever Taro exports', async () => {
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

  test('starts over what failed there, once it is back', async () => {
    const { world, page } = await agreed()
    await page.find('taro-image-core img')
    await tell(wx.hidden)
    await page.imageFails()
    expect(page.text()).toContain('正在确认 SIM 卡')
    expect(world.sign).toHaveBeenCalledTimes(1)
    await tell(wx.shown)
    await waitFor(() => expect(world.sign).toHaveBeenCalledTimes(2))
    await page.find('taro-image-core img')
  })

  test('is listened to as long as the view is there', async () => {
    const { page } = await agreed()
    expect([wx.shown.size, wx.hidden.size]).toEqual([1, 1])
    page.unmount()
    expect([wx.shown.size, wx.hidden.size]).toEqual([0, 0])
  })
})
