// A mini-program built without our Taro plugin gets a warning before the carrier refuses it with 111034.
import { join } from 'node:path'

const before = { TARO_ENV: process.env.TARO_ENV, NODE_ENV: process.env.NODE_ENV }
let consoleError: jest.SpyInstance

// Each test starts an app with Taro's own table of attributes, before any warning.
beforeEach(() => {
  jest.resetModules()
  consoleError = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  Object.assign(process.env, before)
  consoleError.mockRestore()
})

/** Mounts the login in a build with these constants. */
async function mount(constants: Partial<typeof before> = {}): Promise<void> {
  const { renderHook } = await import('@testing-library/react/pure')
  const { useLocalNumberLogin } = await import('../src')
  Object.assign(process.env, { TARO_ENV: 'weapp', NODE_ENV: 'development', ...constants })
  const api = { baseUrl: 'https://shop.test' }
  renderHook(() => useLocalNumberLogin({ appId: '300011877495', consentVersion: '1', api }))
}
const told = () => consoleError.mock.calls.map(([line]) => line)

test('a missing plugin is warned about once, with code, cause and remedy, however often the login mounts', async () => {
  await mount()
  await mount()
  expect(told()).toEqual([expect.stringMatching(/^taroPluginMissing: .*111034.*'@local-number\/taro\/taro-plugin'/)])
})

test('no warning appears with the plugin, which extends the same table', async () => {
  await import(join(__dirname, '../taro-plugin/runtime.mjs'))
  await mount()
  expect(told()).toEqual([])
})

test.each([
  ['a production build', { NODE_ENV: 'production' as const }],
  ['a browser', { TARO_ENV: 'h5' }],
  ['another mini-program, which takes no numbers anyway', { TARO_ENV: 'alipay' }],
])('no warning appears in %s', async (_build, constants) => {
  await mount(constants)
  expect(told()).toEqual([])
})
