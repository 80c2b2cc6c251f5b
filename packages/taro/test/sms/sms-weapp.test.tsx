// The SMS way in a mini-program: its fields, and that the phone's keyboard comes up in them.
import { join } from 'node:path'
import { waitFor } from '@testing-library/react'
import { createProps, createServers, open, PHONE } from '../page'

jest.mock('@tarojs/taro', () => {
  const weapp = { getSystemInfoSync: () => ({ platform: 'ios' }) }
  // Taro's modules import each other in circles: each member is looked up when it is used.
  return new Proxy(weapp, {
    get: (own, name) => Reflect.get(name in own ? own : jest.requireActual('@tarojs/taro'), name),
  })
})

// Built with our plugin.
beforeAll(() => import(join(__dirname, '../../taro-plugin/runtime.mjs')))
beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

/** As Taro passes them to WeChat's `input`. */
type WechatInput = HTMLElement & { readonly type: string; readonly maxlength: number; readonly focus: unknown }

test('the code’s field is one number field of six digits, which has the focus', async () => {
  const { LocalNumberLogin } = await import('../../src')
  const { createSmsWay } = await import('../../src/sms')
  const send = async () => ({ expiresInMs: 300_000, resendAfterMs: 60_000, traceId: 't' })
  const check = jest.fn(async () => ({ outcome: 'verified' as const, attemptsLeft: 5, traceId: 't' }))
  const consent = { version: '1', terms: [{ title: '用户协议', url: 'https://shop.test/terms' }] as const }
  const way = createSmsWay({ api: { send, check }, consent })
  const page = open(<LocalNumberLogin {...createProps(createServers(), { initialPhone: PHONE, otherWays: [way] })} />)
  await page.tap('短信验证码登录')
  await page.tick()
  await page.tap('获取验证码')
  await page.sees('验证码已发送至 138 0013 8000')
  const fields = document.querySelectorAll<WechatInput>('.lnl-input')
  expect(fields).toHaveLength(1)
  expect([fields[0]?.type, fields[0]?.maxlength]).toEqual(['number', 6])
  await waitFor(() => expect(document.querySelector<WechatInput>('.lnl-input')?.focus).toBe(true))
  await page.type('123456')
  await page.sees('验证成功')
  expect(check).toHaveBeenCalledTimes(1)
})
