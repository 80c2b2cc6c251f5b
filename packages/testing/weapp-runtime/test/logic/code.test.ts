import { createPage, onLog, run, waitFor } from '../support/run'
import { stopTime } from '../support/stop-time'

const createComponent = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})
const USING = { usingComponents: { own: '/own/own' } }

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  test('setData accepts paths and changes this.data at once, then the view, then calls back', async () => {
    const js = `Page({
      data: { a: { b: [{ c: 'old' }] } },
      change() {
        this.setData({ 'a.b[0].c': 'new', 'a.b[1]': { c: 'added' } }, () => console.info('called back'))
        console.info(this.data.a.b.map(({ c }) => c).join(), 'at once')
      },
    })`
    const { logged, text, tap, device, expectClean } = await run(
      createPage({
        js,
        wxml: '<view id="x" bindtap="change"><text wx:for="{{a.b}}" wx:key="c">{{item.c}};</text></view>',
      }),
      { latencyMs },
    )
    await waitFor(() => expect(text('#x')).toBe('old;'))
    const seen: string[] = []
    onLog(() => seen.push(text('#x')))
    tap('#x')
    await waitFor(() => expect(logged()).toHaveLength(2))
    expect(logged()).toEqual([['new,added', 'at once'], 'called back'])
    expect(text('#x')).toBe('new;added;')
    if (latencyMs > 0) expect(seen[0]).toBe('old;')
    await expectClean()
    device.close()
  })
})

test('setData copies its data', async () => {
  const js = `Page({ data: { list: [] }, onLoad() { const list = ['a']; this.setData({ list }); list.push('b'); console.info(this.data.list.length) } })`
  const { logged } = await run(createPage({ js }))
  expect(logged()).toEqual([1])
})

test('two pages of the same file do not share their data', async () => {
  const js = `Page({ data: { list: [] }, onLoad() {
    this.data.list.push(1)
    console.info(this.data.list.length)
    if (getCurrentPages().length === 1) wx.navigateTo({ url: 'one' })
  } })`
  const { logged } = await run(createPage({ js }))
  await waitFor(() => expect(logged()).toEqual([1, 1]))
})

test('components have typed properties, defaults, observers and lifetimes in both notations', async () => {
  const js = `Component({
    properties: { size: Number, label: { type: String, value: 'none' }, any: { type: Number, optionalTypes: [String, Object] } },
    observers: { 'size, label': function (size, label) { console.info('observed', size, label) } },
    attached() { console.info('attached', this.data.size + 1, this.data.label, this.data.any) },
  })`
  const { logged, expectClean } = await run(
    createPage({ wxml: '<own size="41" any="text"/>', json: USING }, createComponent(js)),
  )
  expect(logged()).toEqual([
    ['observed', 41, 'none'],
    ['attached', 42, 'none', 'text'],
  ])
  await expectClean()
})

test('a behavior adds data, properties, methods and lifetimes to a component', async () => {
  const js = `const shared = Behavior({ properties: { p: String }, data: { from: 'behavior' }, methods: { hello() { return 'hello ' + this.data.p } }, attached() { console.info('behavior attached') } })
  Component({ behaviors: [shared], attached() { console.info(this.hello(), this.data.from) } })`
  const { logged, expectClean } = await run(createPage({ wxml: '<own p="there"/>', json: USING }, createComponent(js)))
  expect(logged()).toEqual(['behavior attached', ['hello there', 'behavior']])
  await expectClean()
})

test('a page can have behaviors', async () => {
  const js = `Page({ behaviors: [Behavior({ methods: { hello() { return 'hello' } } })], onLoad() { console.info(this.hello()) } })`
  const { logged } = await run(createPage({ js }))
  expect(logged()).toEqual(['hello'])
})

test('an unsupported behavior of WeChat is reported as missing by name', async () => {
  const { device } = await run(
    createPage({ wxml: '<own/>', json: USING }, createComponent(`Component({ behaviors: ['wx://component-export'] })`)),
  )
  expect((await device.report()).missing).toEqual(['behavior wx://component-export'])
})

test('wx://form-field makes a component a field of the form', async () => {
  const js = `Page({ send(e) { console.info(e.detail.value) } })`
  const wxml = '<form bindsubmit="send"><own name="mine" value="{{7}}"/><button id="b" form-type="submit"/></form>'
  const { logged, tap } = await run(
    createPage({ js, wxml, json: USING }, createComponent(`Component({ behaviors: ['wx://form-field'] })`)),
  )
  tap('#b')
  await waitFor(() => expect(logged()).toEqual([{ mine: 7 }]))
})

test('a component with multipleSlots has named slots', async () => {
  const files = createComponent(
    `Component({ options: { multipleSlots: true } })`,
    '<view id="head"><slot name="head"/></view><view id="rest"><slot name="rest"/></view>',
  )
  const { text, expectClean } = await run(
    createPage({ wxml: '<own><text slot="rest">R</text><text slot="head">H</text></own>', json: USING }, files),
  )
  expect([text('#head'), text('#rest')]).toEqual(['H', 'R'])
  await expectClean()
})

test('selectComponent returns the component with its methods', async () => {
  const js = `Page({ onReady() { console.info(this.selectComponent('#it').hello()) } })`
  const { logged } = await run(
    createPage(
      { js, wxml: '<own id="it"/>', json: USING },
      createComponent(`Component({ methods: { hello: () => 'hello' } })`),
    ),
  )
  await waitFor(() => expect(logged()).toEqual(['hello']))
})

test('a component that is rendered later becomes ready later', async () => {
  const js = `Page({ onReady() { this.setData({ there: true }) } })`
  const { logged } = await run(
    createPage(
      { js, wxml: '<own wx:if="{{there}}"/>', json: USING },
      createComponent(`Component({ lifetimes: { ready() { console.info('ready') } } })`),
    ),
    { latencyMs: 20 },
  )
  await waitFor(() => expect(logged()).toEqual(['ready']))
})

test('components of app.json are available on every page', async () => {
  const files = createPage(
    { wxml: '<own/>' },
    {
      ...createComponent('Component({})', 'of the app'),
      'app.json': { pages: ['pages/one/one'], usingComponents: { own: 'own/own' } },
    },
  )
  const { device, expectClean } = await run(files)
  expect(device.window.document.body.textContent).toContain('of the app')
  await expectClean()
})

test('a tag that only another page declares is reported as missing by name', async () => {
  const files = createPage(
    { wxml: '<own/>' },
    { ...createComponent('Component({})'), 'other.json': { usingComponents: { own: 'own/own' } } },
  )
  const { device } = await run(files)
  expect((await device.report()).missing).toEqual(['<own>'])
})

test('a component of a page that is closed before it is drawn never becomes ready', async () => {
  const js = `Page({
    open() { wx.navigateTo({ url: 'one' }) },
    onLoad() { if (getCurrentPages().length > 1) wx.navigateBack() },
  })`
  const own = createComponent(
    `Component({ lifetimes: { ready() { console.info('ready') }, detached() { console.info('detached') } } })`,
  )
  const files = createPage({ js, wxml: '<own/><view id="open" bindtap="open"/>', json: USING }, own)
  const { device, logged, tap } = await run(files, { latencyMs: 20 })
  // The first page's component is drawn and stays open.
  await waitFor(() => expect(logged()).toEqual(['ready']))
  const time = stopTime(device)
  tap('#open')
  time.pass(60_000)
  expect(logged()).toEqual(['ready', 'detached'])
})
