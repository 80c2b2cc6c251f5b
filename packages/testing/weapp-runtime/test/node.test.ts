import { createContextRealm, createHttpHost, createModules, createWx, type HttpRequest } from '../src/node'
import { API_NAMES } from '../src/wx/api-names'
import { waitFor } from './support/run'

/** A host that records requests and never answers. */
function createSilentHost() {
  const sent: HttpRequest[] = []
  const host = {
    request: (request: HttpRequest) => {
      sent.push(request)
      return new Promise<never>(() => undefined)
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
  return { host, sent }
}

test('every member is one of WeChat’s', () => {
  const { wx } = createWx()
  expect(Object.keys(wx).filter((name) => !API_NAMES.includes(name))).toEqual([])
})

test('systemInfo is exact: a phone that lacks a field lacks it in the parts as well', () => {
  const systemInfo = { brand: 'HUAWEI', pixelRatio: 3, SDKVersion: '3.5.8' }
  const { wx } = createWx({ systemInfo, appId: 'wxabc' })
  expect(wx.getSystemInfoSync()).toStrictEqual(systemInfo)
  expect(wx.getDeviceInfo()).toStrictEqual({ brand: 'HUAWEI' })
  expect(wx.getWindowInfo()).toStrictEqual({ pixelRatio: 3 })
  expect(wx.getAppBaseInfo()).toStrictEqual({ SDKVersion: '3.5.8' })
  expect(wx.getAccountInfoSync().miniProgram.appId).toBe('wxabc')
})

test.each([
  [{ version: '0' }, 'develop'],
  [{ version: 'devtools' }, 'develop'],
  [{ version: '7' }, 'release'],
  [{ version: '7', envVersion: 'trial' }, 'trial'],
  [{ envVersion: 'release' }, 'release'],
] as const)('%j runs the build %s', (options, envVersion) => {
  expect(createWx(options).wx.getAccountInfoSync().miniProgram.envVersion).toBe(envVersion)
})

test('callbacks run in a later task by default', async () => {
  const heard: string[] = []
  createWx().wx.getNetworkType({ success: ({ networkType }) => heard.push(networkType) })
  await Promise.resolve()
  expect(heard).toEqual([])
  await waitFor(() => expect(heard).toEqual(['4g']))
})

test('with immediate delivery the phone answers within the call', () => {
  const heard: unknown[] = []
  const { wx } = createWx({ delivery: 'immediate', networkType: null })
  wx.getNetworkType({ fail: (failure) => heard.push(failure) })
  expect(heard).toEqual([{ errMsg: 'getNetworkType:fail network type is not available' }])
})

test('setNetworkType notifies listeners and changes the answer', async () => {
  const { wx, setNetworkType } = createWx({ delivery: 'immediate' })
  const changes: object[] = []
  wx.onNetworkStatusChange((change) => changes.push(change))
  setNetworkType('none')
  expect(changes).toEqual([{ isConnected: false, networkType: 'none' }])
  await expect(wx.getNetworkType()).resolves.toMatchObject({ networkType: 'none', errMsg: 'getNetworkType:ok' })
})

test.each([
  ['2.22.0', []],
  ['2.22.1', ['hasSystemProxy']],
  ['3.5.3', ['hasSystemProxy', 'weakNet']],
])('getNetworkType of base library %s answers what that library knows', async (SDKVersion, added) => {
  const answer = await createWx({ systemInfo: { SDKVersion } }).wx.getNetworkType()
  expect(Object.keys(answer ?? {}).sort()).toEqual(['errMsg', ...added, 'networkType', 'signalStrength'].sort())
})

test('getNetworkType tells of a proxy if the phone uses one', async () => {
  await expect(createWx().wx.getNetworkType()).resolves.toMatchObject({ hasSystemProxy: false })
  await expect(createWx({ hasSystemProxy: true }).wx.getNetworkType()).resolves.toMatchObject({ hasSystemProxy: true })
})

test('time limits run by the given timers', async () => {
  const { host } = createSilentHost()
  const due: { readonly work: () => void; readonly ms: number }[] = []
  const timers = {
    setTimeout: (work: () => void, ms: number) => due.push({ work, ms }),
    clearTimeout: () => undefined,
  }
  const { wx } = createWx({ host, timers, delivery: 'immediate' })
  const fail = jest.fn()
  wx.request({ url: 'https://shop.test', timeout: 3_000, fail })
  expect(due.map(({ ms }) => ms)).toEqual([3_000])
  due[0]?.work()
  await waitFor(() => expect(fail).toHaveBeenCalledWith({ errMsg: 'request:fail timeout', errno: 5 }))
})

test('requests reach the host with method and header names normalized', () => {
  const { host, sent } = createSilentHost()
  const { wx } = createWx({ host, appId: 'wxabc', version: '7' })
  wx.request({ url: 'https://shop.test', method: 'post', data: '{}', header: { 'Content-Type': 'text/plain' } }).abort()
  const referer = 'https://servicewechat.com/wxabc/7/page-frame.html'
  const headers = { 'content-type': 'text/plain', referer }
  expect(sent).toEqual([{ id: 1, url: 'https://shop.test', method: 'POST', headers, body: '{}' }])
})

test('cloud functions are called through the host', async () => {
  const { wx } = createWx({ host: createHttpHost({ twice: (data) => (data as { n: number }).n * 2 }) })
  wx.cloud.init()
  await expect(wx.cloud.callFunction({ name: 'twice', data: { n: 2 } })).resolves.toMatchObject({ result: 4 })
})

test('errors and rejections of callbacks go to onError', async () => {
  const errors: unknown[] = []
  const { wx } = createWx({ onError: (error) => errors.push(error) })
  const [thrown, rejected] = [new Error('thrown'), new Error('rejected')]
  wx.getNetworkType({
    success: () => {
      throw thrown
    },
    complete: () => Promise.reject(rejected),
  })
  await waitFor(() => expect(errors).toEqual([thrown, rejected]))
})

test('getRandomValues answers with a buffer of the length', async () => {
  const answer = await createWx().wx.getRandomValues({ length: 16 })
  expect(answer?.randomValues.byteLength).toBe(16)
})

test('scripts run in a realm with JavaScript, the given globals and nothing else', () => {
  const realm = createContextRealm({ setTimeout })
  const scripts = {
    app: `exports.names = [typeof wx, typeof setTimeout, typeof fetch, typeof process].join()
      exports.part = require('./part').name`,
    part: `exports.name = 'part'`,
  }
  const modules = createModules({ scripts, realm, globals: { wx: createWx().wx } })
  expect(modules.run('app')).toEqual({ names: 'object,function,undefined,undefined', part: 'part' })
})
