import type { WxLike } from '@local-number/jssdk/miniprogram'
import { createClock } from '../../../src/client/phone/clock'
import { type Answering, createPhoneWx } from '../../../src/client/phone/wx'

const SYSTEM = { brand: 'HUAWEI', pixelRatio: 3, SDKVersion: '3.5.8' }

interface Asked {
  url: string
  data?: unknown
  method?: string
  header?: Record<string, string>
  timeout?: number
  dataType?: string
}

function phone(answering: Answering = 'silent', network: string | null = '4g') {
  const errors: unknown[] = []
  const clock = createClock({ epochMs: 0, timezoneOffset: 0, onError: (error) => void errors.push(error) })
  const options = { systemInfo: SYSTEM, wxappid: 'wx10a00cf000000000', network, answersAfterMs: 50 }
  const { wx, sent, answerWith, moveTo } = createPhoneWx(options, clock, (error) => void errors.push(error))
  answerWith(answering)
  const heard: unknown[] = []
  const request = (asked: Asked) =>
    (wx as { request(options: object): { abort(): void } }).request({
      ...asked,
      success: (result: unknown) => void heard.push(result),
      fail: (error: unknown) => void heard.push(error),
    })
  return { wx: wx as WxLike & Record<string, () => object>, sent, heard, request, clock, errors, moveTo }
}

const URL = 'https://www.cmpassport.com/NumberAbility/h5/getToken.htm'

test('an answer comes once its time is up, JSON parsed and anything else as text', async () => {
  const { request, heard, clock } = phone({ status: 200, text: '{"header":{}}' })
  request({ url: URL })
  await clock.advance(49)
  expect(heard).toEqual([])
  await clock.advance(1)
  expect(heard).toMatchObject([{ statusCode: 200, data: { header: {} } }])

  const html = phone({ status: 502, text: '<html>' })
  html.request({ url: URL })
  await html.clock.advance(50)
  expect(html.heard).toMatchObject([{ statusCode: 502, data: '<html>' }])
})

test('the SDK may ask for the text', async () => {
  const { request, heard, clock } = phone({ status: 200, text: '{}' })
  request({ url: URL, dataType: 'text' })
  await clock.advance(50)
  expect(heard).toMatchObject([{ data: '{}' }])
})

test('a network that fails, and WeChat’s own time limit', async () => {
  const unreachable = phone('unreachable')
  unreachable.request({ url: URL })
  await unreachable.clock.advance(50)
  expect(unreachable.heard).toEqual([{ errMsg: 'request:fail connection refused', errno: 600_001 }])

  const silent = phone('silent')
  silent.request({ url: URL, timeout: 3_000 })
  silent.request({ url: URL })
  await silent.clock.advance(3_000)
  expect(silent.heard).toEqual([{ errMsg: 'request:fail timeout', errno: 5 }])
  await silent.clock.advance(57_000)
  expect(silent.heard).toHaveLength(2)
})

test('an aborted request fails, once', async () => {
  const { request, heard, clock } = phone({ status: 200, text: '{}' })
  request({ url: URL }).abort()
  await clock.advance(60_000)
  expect(heard).toEqual([{ errMsg: 'request:fail abort' }])
})

test('requests are recorded as they left the phone', () => {
  const { request, sent } = phone()
  request({ url: URL, method: 'post', data: '{"a":1}', header: { 'Content-Type': 'text/plain' } })
  request({ url: URL, data: { a: 1 } })
  request({ url: URL, method: 'POST', data: { a: 1 } })
  expect(sent).toEqual([
    { url: URL, method: 'POST', contentType: 'text/plain', body: { a: 1 } },
    { url: `${URL}?a=1`, method: 'GET', contentType: 'application/json', body: null },
    { url: URL, method: 'POST', contentType: 'application/json', body: { a: 1 } },
  ])
})

test('the phone tells what it is, by the old call and by the new ones', () => {
  const { wx } = phone()
  expect(wx.getSystemInfoSync()).toEqual(SYSTEM)
  expect({ ...wx.getDeviceInfo!(), ...wx.getWindowInfo!(), ...wx.getAppBaseInfo!() }).toEqual(SYSTEM)
  expect(wx.getAccountInfoSync().miniProgram.appId).toBe('wx10a00cf000000000')
})

test('what a callback throws is told, as WeChat tells it', async () => {
  const { wx, clock, errors } = phone({ status: 200, text: '{}' })
  const mistake = new Error('a mistake')
  const success = () => {
    throw mistake
  }
  wx.request({ url: URL, method: 'POST', data: '', header: {}, success, fail: () => undefined })
  await clock.advance(50)
  expect(errors).toEqual([mistake])
})

test('what an SDK may ask besides is there, and says so', async () => {
  const { wx, clock } = phone()
  const side = wx as unknown as {
    canIUse(schema: string): boolean
    getRandomValues(options: { length: number; success(result: { randomValues: ArrayBuffer }): void }): void
    getStorageSync(key: string): unknown
    setStorageSync(key: string, value: unknown): void
  }
  expect(['getRandomValues', 'request.object.timeout', 'login'].map(side.canIUse)).toEqual([true, true, false])
  const heard: number[] = []
  side.getRandomValues({ length: 16, success: ({ randomValues }) => void heard.push(randomValues.byteLength) })
  expect(heard).toEqual([])
  await clock.advance(10)
  expect(heard).toEqual([16])
  expect(side.getStorageSync('key')).toBe('')
  side.setStorageSync('key', 1)
  expect(side.getStorageSync('key')).toBe(1)
})

test('a phone that moves to another network tells whoever listens', () => {
  const { wx, moveTo } = phone()
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
