import { createPage, run, waitFor } from '../support/run'

const USING = { usingComponents: { own: '/own/own' } }
const createComponent = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})

test('a tap event is a plain object with type, detail, targets, marks and touches', async () => {
  const js = `Page({ tapped(event) { console.info(event, JSON.stringify(event).length > 0) } })`
  const wxml =
    '<view id="out" data-list-id="{{7}}" mark:row="{{1}}" bindtap="tapped"><text id="in" data-own="{{ {a: [1]} }}">x</text></view>'
  const { logged, tap } = await run(createPage({ js, wxml }))
  tap('#in')
  await waitFor(() => expect(logged()).toHaveLength(1))
  expect(logged()).toEqual([
    [
      {
        type: 'tap',
        timeStamp: expect.any(Number),
        detail: { x: 0, y: 0 },
        mark: { row: 1 },
        target: { id: 'in', dataset: { own: { a: [1] } }, offsetLeft: 0, offsetTop: 0 },
        currentTarget: { id: 'out', dataset: { listId: 7 }, offsetLeft: 0, offsetTop: 0 },
        touches: [],
        changedTouches: [{ identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }],
      },
      true,
    ],
  ])
})

test('bindtap lets the tap bubble, catchtap does not', async () => {
  const js = `Page({ out() { console.info('out') }, in(e) { console.info(e.currentTarget.id); return false } })`
  const wxml = '<view bindtap="out"><view id="bind" bindtap="in"/><view id="catch" catchtap="in"/></view>'
  const { logged, tap } = await run(createPage({ js, wxml }))
  tap('#catch')
  tap('#bind')
  await waitFor(() => expect(logged()).toEqual(['catch', 'bind', 'out']))
})

test('capture-bind handlers run first, from the outside in', async () => {
  const js = `Page({ say(e) { console.info(e.currentTarget.id) } })`
  const wxml = '<view id="out" capture-bind:tap="say" bindtap="say"><view id="in" bindtap="say"/></view>'
  const { logged, tap } = await run(createPage({ js, wxml }))
  tap('#in')
  await waitFor(() => expect(logged()).toEqual(['out', 'in', 'out']))
})

test('view events arrive after the latency, and component events at once', async () => {
  const js = `Page({ had(e) { console.info(e.type, e.detail, e.currentTarget.dataset.k) } })`
  const own = createComponent(
    `Component({ methods: { on() { this.triggerEvent('mine', { n: 1 }); console.info('triggered') } } })`,
    '<view id="x" bindtap="on"/>',
  )
  const { logged, tap } = await run(createPage({ js, wxml: '<own bind:mine="had" data-k="v"/>', json: USING }, own), {
    latencyMs: 20,
  })
  tap('#x')
  expect(logged()).toEqual([])
  await waitFor(() => expect(logged()).toEqual([['mine', { n: 1 }, 'v'], 'triggered']))
})

test('only a composed event that bubbles leaves its component', async () => {
  const js = `Page({ had(e) { console.info(e.type) } })`
  const own = createComponent(`Component({ attached() {
    this.triggerEvent('far', {}, { bubbles: true, composed: true }); this.triggerEvent('near', {}, {}) } })`)
  const { logged } = await run(
    createPage({ js, wxml: '<view bind:far="had" bind:near="had"><own/></view>', json: USING }, own),
  )
  await waitFor(() => expect(logged()).toEqual(['far']))
})

test('a button ignores taps while it is disabled', async () => {
  const js = `Page({ data: { off: true }, tapped() { console.info('tapped') }, enable() { this.setData({ off: false }) } })`
  const wxml = '<button id="b" disabled="{{off}}" bindtap="tapped">b</button><view id="e" bindtap="enable"/>'
  const { logged, tap, find } = await run(createPage({ js, wxml }))
  tap('#b')
  tap('#e')
  await waitFor(() => expect(find('#b').hasAttribute('disabled')).toBe(false))
  expect(logged()).toEqual([])
  tap('#b')
  await waitFor(() => expect(logged()).toEqual(['tapped']))
})

test('errors and rejections of a handler reach the app and the report', async () => {
  const app = `App({ onError(text) { console.info('onError', text.split('\\n')[0]) }, onUnhandledRejection({ reason }) { console.info('rejected', reason.message) } })`
  const js = `Page({ throws() { throw new Error('thrown') }, async rejects() { throw new Error('later') } })`
  const { device, logged, tap } = await run(
    createPage({ js, app, wxml: '<view id="t" bindtap="throws"/><view id="r" bindtap="rejects"/>' }),
  )
  tap('#t')
  tap('#r')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['onError', 'Error: thrown'],
      ['rejected', 'later'],
    ]),
  )
  expect((await device.report()).errors).toEqual([expect.stringContaining('thrown'), expect.stringContaining('later')])
})

test('the rejection of an async lifetime is reported', async () => {
  const own = createComponent(`Component({ lifetimes: { async attached() { throw new Error('in attached') } } })`)
  const { device } = await run(createPage({ wxml: '<own/>', json: USING }, own))
  await waitFor(async () => expect((await device.report()).errors).toEqual([expect.stringContaining('in attached')]))
})

test('an input handler that returns text is reported as missing by name', async () => {
  const js = `Page({ had() { return 'other' } })`
  const { device, type } = await run(createPage({ js, wxml: '<input id="i" bindinput="had"/>' }))
  type('#i', 'a')
  await waitFor(async () => expect((await device.report()).missing).toEqual(['<input bindinput> that returns text']))
})

test('an event’s dataset is a copy that a handler may change', async () => {
  const js = `Page({ data: { d: { n: 1 } }, tapped(e) { e.currentTarget.dataset.d.n += 1; console.info(e.currentTarget.dataset.d.n) } })`
  const { logged, tap } = await run(createPage({ js, wxml: '<view id="v" data-d="{{d}}" bindtap="tapped"/>' }))
  tap('#v')
  tap('#v')
  await waitFor(() => expect(logged()).toEqual([2, 2]))
})
