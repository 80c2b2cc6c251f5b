import { createHttpHost } from '../../src'
import { createPage, run, waitFor } from '../support/run'

const createOnLoadPage = (code: string) => createPage({ js: `Page({ async onLoad() { ${code} } })` })

test('members that only WeChat has are reported as missing, unknown ones are undefined', async () => {
  const { device, logged } = await run(
    createOnLoadPage(
      'console.info(typeof wx.createCanvasContext, typeof wx.webpackJsonp, wx.canIUse("createCanvasContext"), wx.canIUse("request.object.success"), wx.canIUse("button"), wx.canIUse("canvas"))',
    ),
  )
  expect(logged()).toEqual([['undefined', 'undefined', false, true, true, false]])
  expect((await device.report()).missing).toEqual([
    "wx.canIUse('canvas')",
    "wx.canIUse('createCanvasContext')",
    'wx.createCanvasContext',
  ])
})

test('cloud functions work after init, and other members of wx.cloud are reported as missing', async () => {
  const { device, logged } = await run(
    createOnLoadPage(`
      const call = (name) => wx.cloud.callFunction({ name, data: { n: 1 } }).then(({ result }) => console.info(result), ({ errMsg }) => console.info(errMsg))
      await call('twice'); wx.cloud.init(); await call('twice'); await call('none'); wx.cloud.database`),
    { host: createHttpHost({ twice: (data) => ({ twice: (data as { n: number }).n * 2 }) }) },
  )
  await waitFor(() => expect(logged()).toHaveLength(3))
  expect(logged()).toEqual([
    expect.stringContaining('please call wx.cloud.init first'),
    { twice: 2 },
    expect.stringContaining('FunctionName parameter could not be found: none'),
  ])
  expect((await device.report()).missing).toEqual(['wx.cloud.database'])
})

test('getWindowInfo, getDeviceInfo and getAppBaseInfo hold the fields that WeChat puts there, and no others', async () => {
  const { logged } = await run(
    createOnLoadPage(
      'console.info(Object.keys(wx.getWindowInfo()).sort().join(), wx.getDeviceInfo().model, wx.getDeviceInfo().windowWidth, wx.getAppBaseInfo().SDKVersion, wx.getSystemInfoSync().windowWidth)',
    ),
    { system: { SDKVersion: '2.0.0', model: 'a phone' } },
  )
  expect(logged()).toEqual([
    [
      'pixelRatio,safeArea,screenHeight,screenTop,screenWidth,statusBarHeight,windowHeight,windowWidth',
      'a phone',
      undefined,
      '2.0.0',
      375,
    ],
  ])
})

test('onLaunch and getLaunchOptionsSync give the same path, query and scene', async () => {
  const files = createPage({
    js: 'Page({ onLoad() { console.info(wx.getLaunchOptionsSync()) } })',
    app: 'App({ onLaunch(options) { console.info(options) } })',
  })
  const { logged } = await run(files, { launchUrl: 'pages/one/one?a=b' })
  expect(logged()).toEqual(
    Array(2).fill(
      expect.objectContaining({
        path: 'pages/one/one',
        query: { a: 'b' },
        scene: 1001,
        referrerInfo: expect.anything(),
      }),
    ),
  )
})

test('getApp returns the app, and before App() only if a default is allowed', async () => {
  const app = 'console.info(getApp()); getApp({ allowDefault: true }).early = 1; App({ globalData: { n: 1 } })'
  const { logged } = await run(createPage({ app, js: 'console.info(getApp().globalData.n, getApp().early); Page({})' }))
  expect(logged()).toEqual([undefined, [1, 1]])
})

test('the mini-program has timers, but neither document nor fetch', async () => {
  const { logged } = await run(
    createOnLoadPage(
      'console.info([typeof window, typeof document, typeof fetch, typeof localStorage, typeof XMLHttpRequest, typeof URL, typeof globalThis.document, typeof setTimeout].join())',
    ),
  )
  expect(logged()).toEqual(['undefined,undefined,undefined,undefined,undefined,undefined,undefined,function'])
})

test('dark mode reaches listeners, the app and what is read later', async () => {
  const js = `
    wx.onThemeChange(({ theme }) => console.info('listener', theme, wx.getAppBaseInfo().theme, wx.getSystemInfoSync().theme))
    Page({})`
  const app = `App({ onThemeChange({ theme }) { console.info('app', theme) } })`
  const json = { pages: ['pages/one/one'], darkmode: true }
  const { device, logged } = await run(createPage({ js, app }, { 'app.json': json }))
  await device.setTheme('dark')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['listener', 'dark', 'dark', 'dark'],
      ['app', 'dark'],
    ]),
  )
  expect((await device.report()).missing).toEqual([])
})

test('an app without darkmode is not told of dark mode', async () => {
  const js = `
    wx.onThemeChange(({ theme }) => console.info(theme))
    Page({ go() { console.info(typeof wx.getAppBaseInfo().theme) } })`
  const page = createPage({ js, app: `App({ onThemeChange({ theme }) { console.info(theme) } })` })
  const { device, logged, tap } = await run({ ...page, 'pages/one/one.wxml': '<view id="go" bindtap="go"/>' })
  await device.setTheme('dark')
  tap('#go')
  await waitFor(() => expect(logged()).toEqual(['undefined']))
})

test('vibrateShort succeeds', async () => {
  const js = `Page({ onLoad() { wx.vibrateShort({ type: 'light', success: () => console.info('done') }) } })`
  const { device, logged } = await run(createPage({ js }))
  await waitFor(() => expect(logged()).toEqual(['done']))
  expect((await device.report()).missing).toEqual([])
})
