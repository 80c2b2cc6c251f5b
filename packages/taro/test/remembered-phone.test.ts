// The number that stays on the device, if the app wants it.
import { forgetPhone, readRememberedPhone, rememberPhone } from '../src/remembered-phone'

const stored = new Map<string, unknown>()
let broken = false

jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => {
    if (broken) throw new Error('getStorageSync:fail')
    return stored.get(key) ?? ''
  },
  setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
  removeStorageSync: (key: string) => void stored.delete(key),
}))

const before = process.env.TARO_ENV
beforeEach(() => {
  Object.assign(process.env, { TARO_ENV: 'weapp' })
  stored.clear()
  broken = false
})
afterAll(() => Object.assign(process.env, { TARO_ENV: before }))

test('a number is read again under the same version of the terms', () => {
  rememberPhone('13800138000', '1')
  expect(readRememberedPhone('1')).toEqual({ phone: '13800138000', remembered: true })
})

test('a new version of the terms removes it', () => {
  rememberPhone('13800138000', '1')
  expect(readRememberedPhone('2')).toBeNull()
  expect(stored.size).toBe(0)
})

test('forgetPhone removes it', () => {
  rememberPhone('13800138000', '1')
  forgetPhone()
  expect(readRememberedPhone('1')).toBeNull()
})

test.each([
  ['nothing', undefined],
  ['a text', '13800138000'],
  ['a broken number', { phone: '1380013', version: '1' }],
  ['another type', { phone: 13800138000, version: '1' }],
  ['null', null],
])('%s in the storage is no number', (_what, value) => {
  if (value !== undefined) stored.set('@local-number/phone', value)
  expect(readRememberedPhone('1')).toBeNull()
})

test('a device without storage remembers nothing, and does not fail', () => {
  broken = true
  expect(readRememberedPhone('1')).toBeNull()
})

test('a page that is not https remembers nothing', () => {
  Object.assign(process.env, { TARO_ENV: 'h5' })
  rememberPhone('13800138000', '1')
  expect(stored.size).toBe(0)
  stored.set('@local-number/phone', { phone: '13800138000', version: '1' })
  expect(readRememberedPhone('1')).toBeNull()
})

test('other mini-programs remember nothing', () => {
  Object.assign(process.env, { TARO_ENV: 'alipay' })
  rememberPhone('13800138000', '1')
  expect(stored.size).toBe(0)
})
