import { createPage, run } from '../support/run'

const ask = async (schema: string, SDKVersion = '3.7.0') => {
  const js = `Page({ onLoad() { console.info(wx.canIUse(${JSON.stringify(schema)})) } })`
  const { device, logged } = await run(createPage({ js }), { system: { SDKVersion } })
  return [logged()[0], (await device.report()).missing]
}

test.each([
  'request',
  'request.object.forceCellularNetwork',
  'request.object.success',
  'request.object.method.GET',
  'request.object.redirect.follow',
  'request.success.data',
  'getNetworkType.success.hasSystemProxy',
  'getSystemInfoSync.return.theme',
  'onNetworkStatusChange.callback.isConnected',
  'cloud.callFunction',
  'button',
  'button.open-type',
  'button.open-type.agreePrivacyAuthorization',
  'view.hover-class',
])('canIUse("%s") is true', async (schema) => {
  expect(await ask(schema)).toEqual([true, []])
})

test.each([
  'request.object.enableHttp2',
  'request.object.redirect.manual',
  'request.success.profile',
  'showToast.object.image',
  'cloud.database',
  'cloud.callFunction.object.slow',
  'createCanvasContext',
  'onKeyboardHeightChange',
  'onWindowResize',
  'onWindowResize',
  'onMemoryWarning',
  'onPageNotFound',
  'canvas',
  'input.cursor-spacing',
  'button.open-type.share',
])('canIUse("%s"), which is true in WeChat, is false and reported', async (schema) => {
  expect(await ask(schema)).toEqual([false, [`wx.canIUse('${schema}')`]])
})

test.each(['none', 'request.object.none', 'getSystemInfoSync.return.none', 'button.none'])(
  'canIUse("%s") is false, as in WeChat',
  async (schema) => {
    expect(await ask(schema)).toEqual([false, []])
  },
)

test.each([
  ['request.object.forceCellularNetwork', '2.20.9'],
  ['getNetworkType.success.hasSystemProxy', '2.22.0'],
  ['requirePrivacyAuthorize', '2.32.2'],
])('canIUse("%s") is false on an older base library', async (schema, version) => {
  expect(await ask(schema, version)).toEqual([false, []])
})

test.each(['KeyboardHeightChange', 'WindowResize', 'MemoryWarning', 'PageNotFound'])(
  'wx.on%s, which never happens here, is reported',
  async (event) => {
    const { device } = await run(createPage({ js: `wx.off${event}(); wx.on${event}(() => {}); Page({})` }))
    expect((await device.report()).missing).toEqual([`wx.on${event}`])
  },
)
