import { createPage, run, waitFor } from '../support/run'

const USING = { usingComponents: { own: '/own/own' } }
const createComponent = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  test('a component with virtualHost renders what attached sets', async () => {
    const own = createComponent(
      `Component({ options: { virtualHost: true }, attached() { this.setData({ real: true }) } })`,
      '<view wx:if="{{real}}" id="in">there</view>',
    )
    const { text, expectClean } = await run(createPage({ wxml: '<own/>', json: USING }, own), { latencyMs })
    await waitFor(() => expect(text('#in')).toBe('there'))
    await expectClean()
  })

  test('a component with virtualHost renders every later change, of data and of properties', async () => {
    const js = `Page({ data: { n: 1 }, more() { this.setData({ n: 2 }) } })`
    const own = createComponent(
      `Component({ options: { virtualHost: true, multipleSlots: true }, properties: { n: Number }, data: { m: 0 },
        methods: { count() { this.setData({ m: this.data.m + 1 }, () => console.info('drawn')) } } })`,
      '<view id="in" bindtap="count">{{n}}/{{m}}</view><slot name="s"/>',
    )
    const wxml = '<view id="more" bindtap="more"/><own n="{{n}}"><view slot="s" id="slot">{{n}}</view></own>'
    const { logged, tap, text, expectClean } = await run(createPage({ js, wxml, json: USING }, own), { latencyMs })
    tap('#in')
    await waitFor(() => expect(logged()).toEqual(['drawn']))
    tap('#more')
    await waitFor(() => expect([text('#in'), text('#slot')]).toEqual(['2/1', '2']))
    tap('#in')
    await waitFor(() => expect(text('#in')).toBe('2/2'))
    await expectClean()
  })

  test('a virtual host inside a virtual host renders its changes', async () => {
    const files = {
      ...createComponent(
        `Component({ options: { virtualHost: true }, data: { n: 1 }, ready() { this.setData({ n: 2 }) } })`,
        '<inner n="{{n}}"/>',
      ),
      'own/own.json': { component: true, usingComponents: { inner: '/inner' } },
      'inner.json': { component: true },
      'inner.js': `Component({ options: { virtualHost: true }, properties: { n: Number }, observers: { n(n) { this.setData({ twice: n * 2 }) } } })`,
      'inner.wxml': '<view id="in">{{twice}}</view>',
    }
    const { text, expectClean } = await run(createPage({ wxml: '<own/>', json: USING }, files), { latencyMs })
    await waitFor(() => expect(text('#in')).toBe('4'))
    await expectClean()
  })

  test('a virtual host that is gone before its change is drawn does no harm', async () => {
    const js = `Page({ data: { on: true }, onReady() { this.selectComponent('#o').change(); this.setData({ on: false }, () => console.info('gone')) } })`
    const own = createComponent(
      `Component({ options: { virtualHost: true }, methods: { change() { this.setData({ n: 1 }) } } })`,
      '<view id="in">{{n}}</view>',
    )
    const { find, logged, expectClean } = await run(
      createPage({ js, wxml: '<own wx:if="{{on}}" id="o"/>', json: USING }, own),
      { latencyMs },
    )
    await waitFor(() => expect(logged()).toEqual(['gone']))
    expect(() => find('#in')).toThrow()
    await expectClean()
  })
})

test('wx://form-field of a virtual host is reported as missing by name', async () => {
  const own = createComponent(
    `Component({ options: { virtualHost: true }, behaviors: ['wx://form-field'] })`,
    '<view id="in">shown</view>',
  )
  const { device, text } = await run(
    createPage({ wxml: '<form><own name="mine" value="{{7}}"/></form>', json: USING }, own),
  )
  expect(text('#in')).toBe('shown')
  expect(await device.report()).toEqual({
    missing: ['behavior wx://form-field with virtualHost'],
    errors: [],
    warnings: [],
  })
})
