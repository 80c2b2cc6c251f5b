// DevTools that call the carrier itself get 111034: the developer is warned before it happens.
import { join } from 'node:path'
import type { LocalNumberLoginOptions } from '../src'

const before = { TARO_ENV: process.env.TARO_ENV, NODE_ENV: process.env.NODE_ENV }
const phone = { platform: 'devtools' }
let consoleError: jest.SpyInstance

jest.mock('@tarojs/taro', () => {
  const weapp = { getSystemInfoSync: () => phone }
  return new Proxy(weapp, {
    get: (own, name) => Reflect.get(name in own ? own : jest.requireActual('@tarojs/taro'), name),
  })
})

// Each test starts an app that was built with our plugin, before any warning.
beforeEach(async () => {
  jest.resetModules()
  phone.platform = 'devtools'
  consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await import(join(__dirname, '../taro-plugin/runtime.mjs'))
})
afterEach(() => {
  Object.assign(process.env, before)
  consoleError.mockRestore()
})

async function mount(options: Partial<LocalNumberLoginOptions> = {}, constants: Partial<typeof before> = {}) {
  const { renderHook } = await import('@testing-library/react/pure')
  const { useLocalNumberLogin } = await import('../src')
  Object.assign(process.env, { TARO_ENV: 'weapp', NODE_ENV: 'development', ...constants })
  const api = { baseUrl: 'https://shop.test' }
  renderHook(() => useLocalNumberLogin({ appId: '300011877495', consentVersion: '1', api, ...options }))
}
const told = () => consoleError.mock.calls.map(([line]) => line)
const at = (origin: string) => ({ getMobile: origin, getToken: origin })

const SCRIPT = {
  getSign: () => '',
  getImgSrc: () => '',
  getTokenInfo: () => undefined,
  getConnection: () => undefined,
} as unknown as LocalNumberLoginOptions['sdk']

test('DevTools are warned about once, with code, cause and remedy, however often the login mounts', async () => {
  await mount()
  await mount()
  expect(told()).toEqual([expect.stringMatching(/^devToolsReferer: .*Referer.*111034.*真机调试/)])
})

test.each<[string, Partial<LocalNumberLoginOptions>]>([
  ['on the test line', { line: 'test', expandParams: { phoneNum: '18800000000' } }],
  ['on one line only, the other being a simulator’s', { line: 'test', origins: { production: at('http://sim.test') } }],
  ['through the carrier’s own script', { sdk: SCRIPT }],
])('DevTools are warned about on %s as well', async (_where, options) => {
  await mount(options)
  expect(told().filter((line) => line.startsWith('devToolsReferer'))).toHaveLength(1)
})

test('no warning appears with a simulator', async () => {
  await mount({ origins: { production: at('http://127.0.0.1:7010') } })
  expect(told()).toEqual([])
})

test('no warning appears for an app that mounts no image', async () => {
  const { httpsEdition } = await import('../src/https')
  await mount({ editions: [httpsEdition] })
  expect(told()).toEqual([])
})

test('no warning appears on a phone', async () => {
  phone.platform = 'android'
  await mount()
  expect(told()).toEqual([])
})

test.each([
  ['a production build', { NODE_ENV: 'production' as const }],
  ['a browser', { TARO_ENV: 'h5' }],
])('no warning appears in %s', async (_build, constants) => {
  await mount({}, constants)
  expect(told()).toEqual([])
})
