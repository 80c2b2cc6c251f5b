import { createPage, run, waitFor } from '../support/run'
import { stopTime } from '../support/stop-time'

const LIFETIMES = `
const says = (name) => function (value) { console.info(path + ' ' + name) }
const page = (own) => Page({ onLoad: says('onLoad'), onShow: says('onShow'), onReady: says('onReady'),
  onHide: says('onHide'), onUnload: says('onUnload'), ...own })`

const createPageScript = (path: string, own = '{}') => `const path = '${path}'\n${LIFETIMES}\npage(${own})`

const COMPONENT = `
const says = (name) => () => console.info('component ' + name)
Component({
  lifetimes: { created: says('created'), attached: says('attached'), ready: says('ready'), detached: says('detached') },
  pageLifetimes: { show: says('show'), hide: says('hide') },
})`

const TWO_PAGES = {
  'app.json': { pages: ['pages/a/a', 'pages/b/b'] },
  'app.js': `App({ onLaunch() { console.info('app onLaunch') }, onShow() { console.info('app onShow') }, onHide() { console.info('app onHide') } })`,
  'pages/a/a.js': createPageScript(
    'a',
    `{ go(e) { wx[e.currentTarget.dataset.way]({ url: '/pages/b/b?x=1%202&y', success: () => console.info('success') }); console.info('asked') } }`,
  ),
  'pages/a/a.wxml': `<view id="to" data-way="navigateTo" bindtap="go"/><view id="redirect" data-way="redirectTo" bindtap="go"/><view id="re" data-way="reLaunch" bindtap="go"/>`,
  'pages/b/b.js': createPageScript('b', `{ onLoad(query) { console.info('b onLoad', { ...query }) } }`),
  'pages/b/b.wxml': '<view id="b">b</view>',
}
const AFTER_LAUNCH = ['app onLaunch', 'app onShow', 'a onLoad', 'a onShow', 'a onReady']

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  test('lifetimes of app, page and components run in WeChat’s order', async () => {
    const files = createPage(
      { js: createPageScript('page'), wxml: '<own/>', json: { usingComponents: { own: '../../own' } } },
      { 'own.js': COMPONENT, 'own.wxml': '', 'own.json': { component: true } },
    )
    const { logged, expectClean } = await run(files, { latencyMs })
    await waitFor(() => expect(logged()).toHaveLength(7))
    expect(logged()).toEqual([
      'component created',
      'component attached',
      'page onLoad',
      'component show',
      'page onShow',
      'component ready',
      'page onReady',
    ])
    await expectClean()
  })

  test('navigateTo hides the opener after the calling code, passes the query undecoded, and back unloads the page', async () => {
    const { device, logged, tap } = await run(TWO_PAGES, { latencyMs })
    await waitFor(() => expect(logged()).toEqual(AFTER_LAUNCH))
    tap('#to')
    await waitFor(() => expect(logged()).toContain('b onReady'))
    expect(logged().slice(5, 9)).toEqual(['asked', 'a onHide', ['b onLoad', { x: '1%202', y: '' }], 'b onShow'])
    expect(await device.pages()).toEqual(['pages/a/a', 'pages/b/b'])
    await device.back()
    expect(logged().slice(-2)).toEqual(['b onUnload', 'a onShow'])
  })

  test.each([
    ['redirectTo', '#redirect'],
    ['reLaunch', '#re'],
  ])('%s unloads the page without hiding it', async (_name, button) => {
    const { device, logged, tap } = await run(TWO_PAGES, { latencyMs })
    await waitFor(() => expect(logged()).toEqual(AFTER_LAUNCH))
    tap(button)
    await waitFor(() => expect(logged()).toContain('b onReady'))
    expect(logged().slice(5, 7)).toEqual(['asked', 'a onUnload'])
    expect(await device.pages()).toEqual(['pages/b/b'])
  })
})

test('the page is hidden before the app, and shown after it', async () => {
  const { device, logged } = await run(TWO_PAGES)
  await waitFor(() => expect(logged()).toEqual(AFTER_LAUNCH))
  await device.hide()
  await device.show()
  expect(logged().slice(5)).toEqual(['a onHide', 'app onHide', 'app onShow', 'a onShow'])
})

test('going back on the first page leaves the mini-program', async () => {
  const { device, logged } = await run(TWO_PAGES)
  await waitFor(() => expect(logged()).toEqual(AFTER_LAUNCH))
  await device.back()
  expect(logged().slice(5)).toEqual(['a onHide', 'app onHide'])
  expect(await device.pages()).toEqual(['pages/a/a'])
})

test('a page that is closed before it is drawn never becomes ready', async () => {
  const files = {
    ...TWO_PAGES,
    'pages/b/b.js': createPageScript('b', '{ onLoad() { wx.navigateBack() } }'),
  }
  const { device, logged, tap } = await run(files, { latencyMs: 20 })
  await waitFor(() => expect(logged()).toEqual(AFTER_LAUNCH))
  const time = stopTime(device)
  tap('#to')
  await waitFor(() => {
    time.pass(60_000)
    expect(logged()).toContain('success')
  })
  const after = ['asked', 'a onHide', 'b onShow', 'b onUnload', 'a onShow', 'success']
  expect(logged().slice(AFTER_LAUNCH.length)).toEqual(after)
})

test('opening a page that app.json does not list fails and leaves the stack as it is', async () => {
  const js = `Page({ onLoad() { wx.navigateTo({ url: '/pages/none/none', fail: ({ errMsg }) => console.info(errMsg) }) } })`
  const { device, logged } = await run(createPage({ js }))
  await waitFor(() => expect(logged()).toEqual(['navigateTo:fail page "pages/none/none" is not found']))
  expect(await device.pages()).toEqual(['pages/one/one'])
})

test('opening an eleventh page fails', async () => {
  const js = `Page({ onLoad() { wx.navigateTo({ url: 'one', fail: ({ errMsg }) => console.info(errMsg) }) } })`
  const { device, logged } = await run(createPage({ js }))
  await waitFor(() => expect(logged()).toEqual(['navigateTo:fail webview count limit exceed']))
  expect(await device.pages()).toHaveLength(10)
})

test('navigateBack goes back by delta, at most to the first page', async () => {
  const js = `Page({ onLoad() { getCurrentPages().length < 3 ? wx.navigateTo({ url: 'one' }) : wx.navigateBack({ delta: 9 }) }, onUnload() { console.info('gone') } })`
  const { device, logged } = await run(createPage({ js }))
  await waitFor(() => expect(logged()).toEqual(['gone', 'gone']))
  expect(await device.pages()).toEqual(['pages/one/one'])
})

test('launchUrl opens another page, with a query', async () => {
  const { device, logged } = await run(TWO_PAGES, { launchUrl: 'pages/b/b?from=share' })
  await waitFor(() => expect(logged()).toContainEqual(['b onLoad', { from: 'share' }]))
  expect(await device.pages()).toEqual(['pages/b/b'])
})

test('launching an unknown page throws pageNotFound', async () => {
  await expect(run(TWO_PAGES, { launchUrl: 'pages/z/z' })).rejects.toMatchObject({ code: 'pageNotFound' })
})

test('a page receives onPageScroll, and onReachBottom is reported as missing', async () => {
  const js = `Page({ onPageScroll({ scrollTop }) { console.info(scrollTop) }, onReachBottom() {} })`
  const { device, find, logged } = await run(createPage({ js, wxml: '<view id="x"/>' }))
  const scrolled = find('.weapp-page')
  scrolled.scrollTop = 30
  scrolled.dispatchEvent(new device.window.Event('scroll'))
  await waitFor(() => expect(logged()).toEqual([30]))
  expect((await device.report()).missing).toEqual(['Page.onReachBottom'])
})

test('a title set by a page is restored when the page is visible again', async () => {
  const files = {
    'app.json': { pages: ['a', 'b'] },
    'app.js': 'App({})',
    'a.js': `Page({ onLoad() { wx.setNavigationBarTitle({ title: 'set' }); wx.navigateTo({ url: 'b' }) } })`,
    'a.json': { navigationBarTitleText: 'of JSON' },
    'b.js': `Page({})`,
    'b.json': { navigationBarTitleText: 'of b' },
  }
  const { device, text } = await run({ ...files, 'a.wxml': '', 'b.wxml': '' })
  await waitFor(() => expect(text('.weapp-title')).toBe('of b'))
  await device.back()
  expect(text('.weapp-title')).toBe('set')
})
