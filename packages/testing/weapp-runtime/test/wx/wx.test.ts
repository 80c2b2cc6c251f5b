import { httpHost } from '../../src'
import { eventually, onePage, run } from '../support/run'

const loading = (code: string) => onePage({ js: `Page({ async onLoad() { ${code} } })` })

test('what WeChat has and the runtime lacks is missing by name; what WeChat lacks too is just not there', async () => {
  const { device, logged } = await run(
    loading(
      'console.info(typeof wx.createCanvasContext, typeof wx.webpackJsonp, wx.canIUse("createCanvasContext"), wx.canIUse("request.object.success"), wx.canIUse("button"), wx.canIUse("canvas"))',
    ),
  )
  expect(logged()).toEqual([['undefined', 'undefined', false, true, true, false]])
  expect((await device.report()).missing).toEqual(['wx.createCanvasContext'])
})

test('a cloud function is reached by name once init is called; what else the cloud has is missing', async () => {
  const { device, logged } = await run(
    loading(`
      const call = (name) => wx.cloud.callFunction({ name, data: { n: 1 } }).then(({ result }) => console.info(result), ({ errMsg }) => console.info(errMsg))
      await call('twice'); wx.cloud.init(); await call('twice'); await call('none'); wx.cloud.database`),
    { host: httpHost({ twice: (data) => ({ twice: (data as { n: number }).n * 2 }) }) },
  )
  await eventually(() => expect(logged()).toHaveLength(3))
  expect(logged()).toEqual([
    expect.stringContaining('please call wx.cloud.init first'),
    { twice: 2 },
    expect.stringContaining('FunctionName parameter could not be found: none'),
  ])
  expect((await device.report()).missing).toEqual(['wx.cloud.database'])
})

test('the parts of the system’s information hold what WeChat puts there, and no more', async () => {
  const { logged } = await run(
    loading(
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

test('app and launch options are the same everywhere: path, query, scene', async () => {
  const files = onePage({
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

test('getApp gives the app with all it holds; before App() only who allows a default gets one', async () => {
  const app = 'console.info(getApp()); getApp({ allowDefault: true }).early = 1; App({ globalData: { n: 1 } })'
  const { logged } = await run(onePage({ app, js: 'console.info(getApp().globalData.n, getApp().early); Page({})' }))
  expect(logged()).toEqual([undefined, [1, 1]])
})

test('timers of the mini-program are told apart from the window’s: it has neither document nor fetch', async () => {
  const { logged } = await run(
    loading(
      'console.info([typeof window, typeof document, typeof fetch, typeof localStorage, typeof XMLHttpRequest, typeof URL, typeof globalThis.document, typeof setTimeout].join())',
    ),
  )
  expect(logged()).toEqual(['undefined,undefined,undefined,undefined,undefined,undefined,undefined,function'])
})
