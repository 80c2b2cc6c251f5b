// A mini-program built without our Taro plugin says so at once, and its login ends before the carrier refuses it with
// 111034. That webpack refuses to build it is covered by e2e/tests/weapp/plugin.spec.ts.
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

/** Mounts the login in a build with these constants, and agrees. */
async function mount(constants: Partial<typeof before> = {}) {
  const { act, renderHook, waitFor } = await import('@testing-library/react/pure')
  const { useLocalNumberLogin } = await import('../src')
  Object.assign(process.env, { TARO_ENV: 'weapp', NODE_ENV: 'development', ...constants })
  const api = { baseUrl: 'https://shop.test' }
  const { result } = renderHook(() => useLocalNumberLogin({ appId: '300011877495', consentVersion: '1', api }))
  const agree = () =>
    act(() => {
      result.current.setAgreed(true)
      result.current.agree()
    })
  return { agree, waitFor, read: () => result.current.state }
}
const told = () => consoleError.mock.calls.map(([line]) => line)

test('a missing plugin is told once, with code, cause and remedy, however often the login mounts', async () => {
  await mount()
  await mount()
  expect(told()).toEqual([expect.stringMatching(/^taroPluginMissing: .*111034.*'@local-number\/taro\/taro-plugin'/)])
})

test('nothing is said with the plugin, which extends the same table', async () => {
  await import(join(__dirname, '../taro-plugin/runtime.mjs'))
  await mount()
  expect(told()).toEqual([])
})

test.each([{ NODE_ENV: 'development' as const }, { NODE_ENV: 'production' as const }])(
  'after consent the login is misconfigured, code taroPluginMissing, in %j',
  async (constants) => {
    const login = await mount(constants)
    login.agree()
    await login.waitFor(() =>
      expect(login.read()).toMatchObject({ name: 'fallback', reason: 'misconfigured', code: 'taroPluginMissing' }),
    )
    expect(told()).toEqual([expect.stringMatching(/^taroPluginMissing: /)])
  },
)

test.each([
  ['a browser', { TARO_ENV: 'h5' }],
  ['another mini-program, which takes no numbers anyway', { TARO_ENV: 'alipay' }],
])('nothing is said in %s', async (_build, constants) => {
  await mount(constants)
  expect(told()).toEqual([])
})
