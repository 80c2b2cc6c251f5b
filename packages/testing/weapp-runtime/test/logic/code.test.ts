import { eventually, onePage, onLog, run } from '../support/run'

const component = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})
const USING = { usingComponents: { own: '/own/own' } }

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  test('setData takes paths; this.data has it at once, the view afterwards, the callback after the view', async () => {
    const js = `Page({
      data: { a: { b: [{ c: 'old' }] } },
      change() {
        this.setData({ 'a.b[0].c': 'new', 'a.b[1]': { c: 'added' } }, () => console.info('called back'))
        console.info(this.data.a.b.map(({ c }) => c).join(), 'at once')
      },
    })`
    const { logged, text, tap, device, clean } = await run(
      onePage({
        js,
        wxml: '<view id="x" bindtap="change"><text wx:for="{{a.b}}" wx:key="c">{{item.c}};</text></view>',
      }),
      { latencyMs },
    )
    await eventually(() => expect(text('#x')).toBe('old;'))
    const seen: string[] = []
    onLog(() => seen.push(text('#x')))
    tap('#x')
    await eventually(() => expect(logged()).toHaveLength(2))
    expect(logged()).toEqual([['new,added', 'at once'], 'called back'])
    expect(text('#x')).toBe('new;added;')
    if (latencyMs > 0) expect(seen[0]).toBe('old;')
    await clean()
    device.close()
  })
})

test('what setData is given is copied: a later change of the object is not seen', async () => {
  const js = `Page({ data: { list: [] }, onLoad() { const list = ['a']; this.setData({ list }); list.push('b'); console.info(this.data.list.length) } })`
  const { logged } = await run(onePage({ js }))
  expect(logged()).toEqual([1])
})

test('two pages of one file do not share their data', async () => {
  const js = `Page({ data: { list: [] }, onLoad() {
    this.data.list.push(1)
    console.info(this.data.list.length)
    if (getCurrentPages().length === 1) wx.navigateTo({ url: 'one' })
  } })`
  const { logged } = await run(onePage({ js }))
  await eventually(() => expect(logged()).toEqual([1, 1]))
})

test('a component has properties with types, optional types and defaults, observers, and lifetimes of both styles', async () => {
  const js = `Component({
    properties: { size: Number, label: { type: String, value: 'none' }, any: { type: Number, optionalTypes: [String, Object] } },
    observers: { 'size, label': function (size, label) { console.info('observed', size, label) } },
    attached() { console.info('attached', this.data.size + 1, this.data.label, this.data.any) },
  })`
  const { logged, clean } = await run(onePage({ wxml: '<own size="41" any="text"/>', json: USING }, component(js)))
  expect(logged()).toEqual([
    ['observed', 41, 'none'],
    ['attached', 42, 'none', 'text'],
  ])
  await clean()
})

test('behaviors give data, properties, methods and lifetimes', async () => {
  const js = `const shared = Behavior({ properties: { p: String }, data: { from: 'behavior' }, methods: { hello() { return 'hello ' + this.data.p } }, attached() { console.info('behavior attached') } })
  Component({ behaviors: [shared], attached() { console.info(this.hello(), this.data.from) } })`
  const { logged, clean } = await run(onePage({ wxml: '<own p="there"/>', json: USING }, component(js)))
  expect(logged()).toEqual(['behavior attached', ['hello there', 'behavior']])
  await clean()
})

test('a page takes behaviors too', async () => {
  const js = `Page({ behaviors: [Behavior({ methods: { hello() { return 'hello' } } })], onLoad() { console.info(this.hello()) } })`
  const { logged } = await run(onePage({ js }))
  expect(logged()).toEqual(['hello'])
})

test('a behavior of WeChat’s own that is not there is missing by name', async () => {
  const { device } = await run(
    onePage({ wxml: '<own/>', json: USING }, component(`Component({ behaviors: ['wx://component-export'] })`)),
  )
  expect((await device.report()).missing).toEqual(['behavior wx://component-export'])
})

test('wx://form-field makes a component a field of the form', async () => {
  const js = `Page({ send(e) { console.info(e.detail.value) } })`
  const wxml = '<form bindsubmit="send"><own name="mine" value="{{7}}"/><button id="b" form-type="submit"/></form>'
  const { logged, tap } = await run(
    onePage({ js, wxml, json: USING }, component(`Component({ behaviors: ['wx://form-field'] })`)),
  )
  tap('#b')
  await eventually(() => expect(logged()).toEqual([{ mine: 7 }]))
})

test('slots, named when the component allows several', async () => {
  const files = component(
    `Component({ options: { multipleSlots: true } })`,
    '<view id="head"><slot name="head"/></view><view id="rest"><slot name="rest"/></view>',
  )
  const { text, clean } = await run(
    onePage({ wxml: '<own><text slot="rest">R</text><text slot="head">H</text></own>', json: USING }, files),
  )
  expect([text('#head'), text('#rest')]).toEqual(['H', 'R'])
  await clean()
})

test('selectComponent gives the component, whose methods can be called', async () => {
  const js = `Page({ onReady() { console.info(this.selectComponent('#it').hello()) } })`
  const { logged } = await run(
    onePage({ js, wxml: '<own id="it"/>', json: USING }, component(`Component({ methods: { hello: () => 'hello' } })`)),
  )
  await eventually(() => expect(logged()).toEqual(['hello']))
})

test('a component that comes later is ready later', async () => {
  const js = `Page({ onReady() { this.setData({ there: true }) } })`
  const { logged } = await run(
    onePage(
      { js, wxml: '<own wx:if="{{there}}"/>', json: USING },
      component(`Component({ lifetimes: { ready() { console.info('ready') } } })`),
    ),
    { latencyMs: 20 },
  )
  await eventually(() => expect(logged()).toEqual(['ready']))
})

test('app.json gives components to every page, named from the root', async () => {
  const files = onePage(
    { wxml: '<own/>' },
    {
      ...component('Component({})', 'of the app'),
      'app.json': { pages: ['pages/one/one'], usingComponents: { own: 'own/own' } },
    },
  )
  const { device, clean } = await run(files)
  expect(device.window.document.body.textContent).toContain('of the app')
  await clean()
})

test('a tag that only another page may use is missing by name', async () => {
  const files = onePage(
    { wxml: '<own/>' },
    { ...component('Component({})'), 'other.json': { usingComponents: { own: 'own/own' } } },
  )
  const { device } = await run(files)
  expect((await device.report()).missing).toEqual(['<own>'])
})

test('a component of a page that is closed before it is drawn is never ready', async () => {
  const js = `Page({ onLoad() {
    if (getCurrentPages().length === 1) wx.navigateTo({ url: 'one?own=yes' })
    else { wx.navigateBack(); setTimeout(() => console.info('later'), 60) }
  } })`
  const own = component(
    `Component({ lifetimes: { ready() { console.info('ready') }, detached() { console.info('detached') } } })`,
  )
  const { logged } = await run(onePage({ js, wxml: '<own/>', json: USING }, own), { latencyMs: 20 })
  await eventually(() => expect(logged()).toContain('later'))
  // The first page's component is drawn and stays.
  expect([...logged()].sort()).toEqual(['detached', 'later', 'ready'])
})
