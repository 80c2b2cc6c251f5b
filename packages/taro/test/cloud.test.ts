// The business server as a cloud function: only WeChat's mini-programs have `wx.cloud`.
import { join } from 'node:path'
import { createImageSlot } from '@local-number/login'
import type { LocalNumberLoginOptions } from '../src'

const wxCloud: { current: object | undefined } = { current: undefined }
jest.mock('@tarojs/taro', () => ({
  get cloud() {
    return wxCloud.current
  },
  getSystemInfoSync: () => ({ platform: 'ios' }),
}))

const CLOUD = { cloudFunction: 'local-number', env: 'shop-1a2b3c' }

async function portsOn(env: string, api: LocalNumberLoginOptions['api'] = CLOUD) {
  process.env.TARO_ENV = env
  const { createPorts } = await import('../src/ports')
  return createPorts({ appId: '300011877495', consentVersion: '1', api }, { slot: createImageSlot() })
}

const missing = { reason: 'misconfigured', code: 'cloudMissing' }

// Built with our plugin.
beforeAll(() => import(join(__dirname, '../taro-plugin/runtime.mjs')))
beforeEach(() => {
  wxCloud.current = undefined
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('a mini-program calls the function through wx.cloud', async () => {
  const answer = { result: { status: 200, body: { sign: 'S', attemptId: 'A', traceId: 't' } } }
  const calls: unknown[] = []
  wxCloud.current = {
    answer,
    // As in WeChat's own object, a method that needs its `this`.
    async callFunction(this: { answer: object }, call: unknown) {
      calls.push(call)
      return this.answer
    },
  }
  const ports = await portsOn('weapp')
  expect(ports.unsupported()).toBeNull()
  const call = { traceId: 'a'.repeat(32), signal: new AbortController().signal }
  const request = { preSign: 'P', consent: { version: '1' }, session: 'S' }
  await expect(ports.api.sign(request, call)).resolves.toMatchObject({ sign: 'S', attemptId: 'A' })
  expect(calls).toMatchObject([{ name: 'local-number', config: { env: 'shop-1a2b3c' } }])
})

test('without wx.cloud the login is misconfigured before anything is sent', async () => {
  expect((await portsOn('weapp')).unsupported()).toEqual(missing)
})

test('in a browser wx.cloud is missing, even if Taro exports it', async () => {
  wxCloud.current = { callFunction: () => undefined }
  expect((await portsOn('h5')).unsupported()).toEqual(missing)
})

test('another platform is unsupported with or without wx.cloud', async () => {
  expect((await portsOn('alipay')).unsupported()).toMatchObject({ reason: 'platformUnsupported' })
})

test('an app without a cloud function needs no wx.cloud', async () => {
  expect((await portsOn('weapp', { baseUrl: 'https://shop.test' })).unsupported()).toBeNull()
})
