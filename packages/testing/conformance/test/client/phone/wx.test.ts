import type { WxLike } from '@local-number/jssdk/miniprogram'
import { createClock } from '../../../src/client/phone/clock'
import { type Answering, createPhoneWx } from '../../../src/client/phone/wx'

const SYSTEM = { brand: 'HUAWEI', pixelRatio: 3, SDKVersion: '3.5.8' }

interface RequestOptions {
  url: string
  data?: unknown
  method?: string
  header?: Record<string, string>
  timeout?: number
  dataType?: string
}

function createTestPhone(answering: Answering = 'silent', network: string | null = '4g') {
  const errors: unknown[] = []
  const clock = createClock({ epochMs: 0, timezoneOffset: 0, onError: (error) => void errors.push(error) })
  const options = { systemInfo: SYSTEM, wxappid: 'wx10a00cf000000000', network, answersAfterMs: 50 }
  const { wx, sent, answerWith, moveTo } = createPhoneWx(options, clock, (error) => void errors.push(error))
  answerWith(answering)
  const results: unknown[] = []
  const request = (options: RequestOptions) =>
    (wx as { request(options: object): { abort(): void } }).request({
      ...options,
      success: (result: unknown) => void results.push(result),
      fail: (error: unknown) => void results.push(error),
    })
  return { wx: wx as WxLike & Record<string, () => object>, sent, results, request, clock, errors, moveTo }
}

const URL = 'https://www.cmpassport.com/NumberAbility/h5/getToken.htm'

test('answers come after their delay, as parsed JSON or as text', async () => {
  const { request, results, clock } = createTestPhone({ status: 200, text: '{"header":{}}' })
  request({ url: URL })
  await clock.advance(49)
  expect(results).toEqual([])
  await clock.advance(1)
  expect(results).toMatchObject([{ statusCode: 200, data: { header: {} } }])

  const html = createTestPhone({ status: 502, text: '<html>' })
  html.request({ url: URL })
  await html.clock.advance(50)
  expect(html.results).toMatchObject([{ statusCode: 502, data: '<html>' }])
})

test('the SDK can request the text of an answer', async () => {
  const { request, results, clock } = createTestPhone({ status: 200, text: '{}' })
  request({ url: URL, dataType: 'text' })
  await clock.advance(50)
  expect(results).toMatchObject([{ data: '{}' }])
})

test('requests fail without a network, and after WeChat’s time limit', async () => {
  const unreachable = createTestPhone('unreachable')
  unreachable.request({ url: URL })
  await unreachable.clock.advance(50)
  expect(unreachable.results).toEqual([{ errMsg: 'request:fail connection refused', errno: 600_001 }])

  const silent = createTestPhone('silent')
  silent.request({ url: URL, timeout: 3_000 })
  silent.request({ url: URL })
  await silent.clock.advance(3_000)
  expect(silent.results).toEqual([{ errMsg: 'request:fail timeout', errno: 5 }])
  await silent.clock.advance(57_000)
  expect(silent.results).toHaveLength(2)
})

test('an aborted request fails once', async () => {
  const { request, results, clock } = createTestPhone({ status: 200, text: '{}' })
  request({ url: URL }).abort()
  await clock.advance(60_000)
  expect(results).toEqual([{ errMsg: 'request:fail abort' }])
})

test('requests are recorded as they left the phone', () => {
  const { request, sent } = createTestPhone()
  request({ url: URL, method: 'post', data: '{"a":1}', header: { 'Content-Type': 'text/plain' } })
  request({ url: URL, data: { a: 1 } })
  request({ url: URL, method: 'POST', data: { a: 1 } })
  expect(sent).toMatchObject([
    { url: URL, method: 'POST', contentType: 'text/plain', body: { a: 1 } },
    { url: `${URL}?a=1`, method: 'GET', contentType: 'application/json', body: null },
    { url: URL, method: 'POST', contentType: 'application/json', body: { a: 1 } },
  ])
})

test('the old and the new calls return the system information', () => {
  const { wx } = createTestPhone()
  expect(wx.getSystemInfoSync()).toEqual(SYSTEM)
  expect({ ...wx.getDeviceInfo!(), ...wx.getWindowInfo!(), ...wx.getAppBaseInfo!() }).toEqual(SYSTEM)
  expect(wx.getAccountInfoSync().miniProgram.appId).toBe('wx10a00cf000000000')
})

test('errors of callbacks are reported', async () => {
  const { wx, clock, errors } = createTestPhone({ status: 200, text: '{}' })
  const failure = new Error('a failure')
  const success = () => {
    throw failure
  }
  wx.request({ url: URL, method: 'POST', data: '', header: {}, success, fail: () => undefined })
  await clock.advance(50)
  expect(errors).toEqual([failure])
})

test('additional functions for SDKs exist, and canIUse knows them', async () => {
  const { wx, clock } = createTestPhone()
  const side = wx as unknown as {
    canIUse(schema: string): boolean
    getRandomValues(options: { length: number; success(result: { randomValues: ArrayBuffer }): void }): void
    getStorageSync(key: string): unknown
    setStorageSync(key: string, value: unknown): void
  }
  expect(['getRandomValues', 'request.object.timeout', 'login'].map(side.canIUse)).toEqual([true, true, false])
  const results: number[] = []
  side.getRandomValues({ length: 16, success: ({ randomValues }) => void results.push(randomValues.byteLength) })
  expect(results).toEqual([])
  await clock.advance(10)
  expect(results).toEqual([16])
  expect(side.getStorageSync('key')).toBe('')
  side.setStorageSync('key', 1)
  expect(side.getStorageSync('key')).toBe(1)
})

test('listeners are notified when the phone moves to another network', () => {
  const { wx, moveTo } = createTestPhone()
  const listening = wx as unknown as Record<string, (listener: (change: object) => void) => void>
  const changes: object[] = []
  const listener = (change: object) => void changes.push(change)
  listening.onNetworkStatusChange?.(listener)
  moveTo('wifi')
  listening.offNetworkStatusChange?.(listener)
  moveTo('none')
  expect(changes).toEqual([{ isConnected: true, networkType: 'wifi' }])
  const success = jest.fn()
  wx.getNetworkType({ success, fail: () => undefined })
  expect(success.mock.calls).toEqual([[expect.objectContaining({ networkType: 'none' })]])
})
