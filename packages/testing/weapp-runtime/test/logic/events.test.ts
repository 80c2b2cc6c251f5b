import { eventually, onePage, run } from '../support/run'

const USING = { usingComponents: { own: '/own/own' } }
const component = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})

test('a tap is a plain object: type, detail, ids and datasets of both targets, marks and touches', async () => {
  const js = `Page({ tapped(event) { console.info(event, JSON.stringify(event).length > 0) } })`
  const wxml =
    '<view id="out" data-list-id="{{7}}" mark:row="{{1}}" bindtap="tapped"><text id="in" data-own="{{ {a: [1]} }}">x</text></view>'
  const { logged, tap } = await run(onePage({ js, wxml }))
  tap('#in')
  await eventually(() => expect(logged()).toHaveLength(1))
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

test('bindtap lets the tap through to what is around, catchtap does not', async () => {
  const js = `Page({ out() { console.info('out') }, in(e) { console.info(e.currentTarget.id); return false } })`
  const wxml = '<view bindtap="out"><view id="bind" bindtap="in"/><view id="catch" catchtap="in"/></view>'
  const { logged, tap } = await run(onePage({ js, wxml }))
  tap('#catch')
  tap('#bind')
  await eventually(() => expect(logged()).toEqual(['catch', 'bind', 'out']))
})

test('capture-bind comes first, from the outside in', async () => {
  const js = `Page({ say(e) { console.info(e.currentTarget.id) } })`
  const wxml = '<view id="out" capture-bind:tap="say" bindtap="say"><view id="in" bindtap="say"/></view>'
  const { logged, tap } = await run(onePage({ js, wxml }))
  tap('#in')
  await eventually(() => expect(logged()).toEqual(['out', 'in', 'out']))
})

test('an event of the view takes the latency; one that a component triggers arrives at once', async () => {
  const js = `Page({ had(e) { console.info(e.type, e.detail, e.currentTarget.dataset.k) } })`
  const own = component(
    `Component({ methods: { on() { this.triggerEvent('mine', { n: 1 }); console.info('triggered') } } })`,
    '<view id="x" bindtap="on"/>',
  )
  const { logged, tap } = await run(onePage({ js, wxml: '<own bind:mine="had" data-k="v"/>', json: USING }, own), {
    latencyMs: 20,
  })
  tap('#x')
  expect(logged()).toEqual([])
  await eventually(() => expect(logged()).toEqual([['mine', { n: 1 }, 'v'], 'triggered']))
})

test('a composed event that bubbles leaves its component, another stays inside', async () => {
  const js = `Page({ had(e) { console.info(e.type) } })`
  const own = component(`Component({ attached() {
    this.triggerEvent('far', {}, { bubbles: true, composed: true }); this.triggerEvent('near', {}, {}) } })`)
  const { logged } = await run(
    onePage({ js, wxml: '<view bind:far="had" bind:near="had"><own/></view>', json: USING }, own),
  )
  await eventually(() => expect(logged()).toEqual(['far']))
})

test('a disabled button is deaf to taps, and hears them again when it is enabled', async () => {
  const js = `Page({ data: { off: true }, tapped() { console.info('tapped') }, enable() { this.setData({ off: false }) } })`
  const wxml = '<button id="b" disabled="{{off}}" bindtap="tapped">b</button><view id="e" bindtap="enable"/>'
  const { logged, tap, find } = await run(onePage({ js, wxml }))
  tap('#b')
  tap('#e')
  await eventually(() => expect(find('#b').hasAttribute('disabled')).toBe(false))
  expect(logged()).toEqual([])
  tap('#b')
  await eventually(() => expect(logged()).toEqual(['tapped']))
})

test('what a handler throws, and what its promise rejects with, is an error of the mini-program', async () => {
  const app = `App({ onError(text) { console.info('onError', text.split('\\n')[0]) }, onUnhandledRejection({ reason }) { console.info('rejected', reason.message) } })`
  const js = `Page({ throws() { throw new Error('thrown') }, async rejects() { throw new Error('later') } })`
  const { device, logged, tap } = await run(
    onePage({ js, app, wxml: '<view id="t" bindtap="throws"/><view id="r" bindtap="rejects"/>' }),
  )
  tap('#t')
  tap('#r')
  await eventually(() =>
    expect(logged()).toEqual([
      ['onError', 'Error: thrown'],
      ['rejected', 'later'],
    ]),
  )
  expect((await device.report()).errors).toEqual([expect.stringContaining('thrown'), expect.stringContaining('later')])
})

test('so is what an async lifetime rejects with', async () => {
  const own = component(`Component({ lifetimes: { async attached() { throw new Error('in attached') } } })`)
  const { device } = await run(onePage({ wxml: '<own/>', json: USING }, own))
  await eventually(async () => expect((await device.report()).errors).toEqual([expect.stringContaining('in attached')]))
})

test('text that an input’s handler returns is missing by name', async () => {
  const js = `Page({ had() { return 'other' } })`
  const { device, type } = await run(onePage({ js, wxml: '<input id="i" bindinput="had"/>' }))
  type('#i', 'a')
  await eventually(async () => expect((await device.report()).missing).toEqual(['<input bindinput> that returns text']))
})

test('what crosses is a copy: a handler that changes the dataset changes nothing else', async () => {
  const js = `Page({ data: { d: { n: 1 } }, tapped(e) { e.currentTarget.dataset.d.n += 1; console.info(e.currentTarget.dataset.d.n) } })`
  const { logged, tap } = await run(onePage({ js, wxml: '<view id="v" data-d="{{d}}" bindtap="tapped"/>' }))
  tap('#v')
  tap('#v')
  await eventually(() => expect(logged()).toEqual([2, 2]))
})
