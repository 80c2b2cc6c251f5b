import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWx } from '../../src/node'
import { WECHAT_APIS } from '../../src/wx/api-options'
import { IMPLEMENTED_OPTIONS } from '../../src/wx/implemented'
import { createPage, run, waitFor } from '../support/run'

const PACKAGE = join(__dirname, '../..')

const call = async (code: string) => {
  const js = `const log = ({ errMsg }) => console.info(errMsg); Page({ onLoad() { ${code} } })`
  return run(createPage({ js }))
}

test('the options are those of the installed typings (if not, run npm run api-options)', () => {
  const script = `import { createOptionsFile } from './scripts/api-options'; console.log(createOptionsFile())`
  const made = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  })
  expect(readFileSync(join(PACKAGE, 'src/wx/api-options.ts'), 'utf8').trim()).toBe(made.trim())
})

test('every option that is implemented is one of WeChat’s', () => {
  const unknown = Object.entries(IMPLEMENTED_OPTIONS).flatMap(([name, options]) =>
    Object.keys(options).filter((option) => !(option in (WECHAT_APIS[name]?.options ?? {}))),
  )
  expect(unknown).toEqual([])
})

test('every asynchronous member is in the table', async () => {
  const { logged } = await call(
    `console.info(Object.keys(wx).filter((name) => !name.endsWith('Sync') && /^(set|get|hide|show|remove|clear|navigate|redirect|reLaunch|login|page|request|require)/.test(name)).join())`,
  )
  const names = String(logged()[0]).split(',')
  const synchronous = [
    ...['getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo', 'getSystemSetting'],
    'getMenuButtonBoundingClientRect',
  ]
  expect(names.filter((name) => !synchronous.includes(name) && !(name in IMPLEMENTED_OPTIONS))).toEqual([])
})

test.each([
  ['request', `{ url: 'http://127.0.0.1:1', enableHttp2: true }`, 'enableHttp2'],
  ['request', `{ url: 'http://127.0.0.1:1', enableQuic: true }`, 'enableQuic'],
  ['request', `{ url: 'http://127.0.0.1:1', enableCache: true }`, 'enableCache'],
  ['request', `{ url: 'http://127.0.0.1:1', enableHttpDNS: true, httpDNSServiceId: '' }`, 'enableHttpDNS'],
  ['request', `{ url: 'http://127.0.0.1:1', useHighPerformanceMode: true }`, 'useHighPerformanceMode'],
  ['request', `{ url: 'http://127.0.0.1:1', enableChunked: true }`, 'enableChunked'],
  ['request', `{ url: 'http://127.0.0.1:1', enableProfile: true }`, 'enableProfile'],
  ['request', `{ url: 'http://127.0.0.1:1', responseType: 'arraybuffer' }`, "responseType: 'arraybuffer'"],
  ['request', `{ url: 'http://127.0.0.1:1', redirect: 'manual' }`, "redirect: 'manual'"],
  ['showToast', `{ title: 'a', image: '/a.png' }`, 'image'],
  ['showToast', `{ title: 'a', mask: true }`, 'mask'],
  ['showLoading', `{ title: 'a', mask: true }`, 'mask'],
  ['hideToast', '{ noConflict: true }', 'noConflict'],
  ['pageScrollTo', '{ scrollTop: 0, duration: 300 }', 'duration: 300'],
  ['pageScrollTo', `{ selector: '#a' }`, 'selector'],
  ['showModal', '{ editable: true }', 'editable'],
  ['showModal', `{ confirmColor: '#ff0000' }`, "confirmColor: '#ff0000'"],
  ['setStorage', `{ key: 'a', data: 1, encrypt: true }`, 'encrypt'],
  ['navigateTo', `{ url: '/pages/one/one', routeType: 'a' }`, 'routeType'],
  ['cloud.callFunction', `{ name: 'a', slow: true }`, 'slow'],
  ['cloud.callFunction', `{ name: 'a', config: { env: 'b' } }`, 'config'],
])('wx.%s(%s) reports %s', async (name, options, option) => {
  const { device } = await call(`wx.${name}(Object.assign(${options}, { fail() {} }))`)
  expect((await device.report()).missing).toEqual([`wx.${name}({ ${option} })`])
})

test('options with values that change nothing are not reported', async () => {
  const { expectClean } = await call(`
    wx.request({ url: 'http://127.0.0.1:1', enableHttp2: false, enableQuic: undefined, redirect: 'follow', responseType: 'text', fail() {} })
    wx.showToast({ title: 'a', icon: 'none', mask: false, ofAnotherApp: true })
    wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    wx.cloud.init({ env: 'a', traceUser: true })
    wx.getNetworkType(null)`)
  await expectClean()
})

test.each([
  [
    'showToast({ icon: "none", fail: log })',
    'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
  ],
  [
    'showToast({ title: 1, fail: log })',
    'showToast:fail parameter error: parameter.title should be String instead of Number;',
  ],
  [
    'showToast({ title: "", duration: "1", fail: log })',
    'showToast:fail parameter error: parameter.duration should be Number instead of String;',
  ],
  [
    'showModal({ title: null, fail: log })',
    'showModal:fail parameter error: parameter.title should be String instead of Null;',
  ],
  [
    'showModal({ content: 1, fail: log })',
    'showModal:fail parameter error: parameter.content should be String instead of Number;',
  ],
  [
    'showModal({ confirmText: "一二三四五", fail: log })',
    'showModal:fail confirmText length should not larger than 4 Chinese characters',
  ],
  [
    'showModal({ cancelText: "12345", fail: log })',
    'showModal:fail cancelText length should not larger than 4 Chinese characters',
  ],
  [
    'setClipboardData({ data: 1, fail: log })',
    'setClipboardData:fail parameter error: parameter.data should be String instead of Number;',
  ],
  [
    'setClipboardData({ fail: log })',
    'setClipboardData:fail parameter error: parameter.data should be String instead of Undefined;',
  ],
  [
    'setNavigationBarTitle({ fail: log })',
    'setNavigationBarTitle:fail parameter error: parameter.title should be String instead of Undefined;',
  ],
  [
    'navigateTo({ fail: log })',
    'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
  ],
  ['request({ fail: log })', 'request:fail parameter error: parameter.url should be String instead of Undefined;'],
  [
    'getStorage({ key: 1, fail: log })',
    'getStorage:fail parameter error: parameter.key should be String instead of Number;',
  ],
  ['request({ url: "http://127.0.0.1:1", method: "PATCH", fail: log })', 'request:fail method is invalid'],
  ['request({ url: "http://127.0.0.1:1", method: "LINK", fail: log })', 'request:fail method is invalid'],
])('wx.%s fails as in WeChat', async (code, message) => {
  const { logged, device } = await call(`wx.${code}`)
  await waitFor(() => expect(logged()).toEqual([message]))
  expect(device.window.document.querySelector('.weapp-veil')).toBeNull()
})

test.each(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'get'])(
  'the method %s reaches the host',
  async (method) => {
    const sent: string[] = []
    const host = {
      request: async (request: { method: string }) => {
        sent.push(request.method)
        return { status: 200, headers: {}, body: '' }
      },
      abort: () => undefined,
      callFunction: async () => null,
    }
    createWx({ host, delivery: 'immediate' }).wx.request({ url: 'http://a.example', method })
    await waitFor(() => expect(sent).toEqual([method.toUpperCase()]))
  },
)

test('a toast shows its icon', async () => {
  const { find } = await call(`wx.showToast({ title: 'a', icon: 'error' })`)
  expect(find('.weapp-toast').dataset.icon).toBe('error')
})
