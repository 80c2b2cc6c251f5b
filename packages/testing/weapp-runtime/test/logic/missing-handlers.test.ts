import { createPage, run, waitFor } from '../support/run'

const USING = { usingComponents: { own: '/own/own' } }

test('a tap whose handler the page lacks is a warning, as in WeChat', async () => {
  const { device, tap } = await run(createPage({ wxml: '<view id="v" bindtap="none"/>' }))
  expect((await device.report()).warnings).toEqual([])
  tap('#v')
  const text = 'Component "pages/one/one" does not have a method "none" to handle event "tap".'
  await waitFor(async () => expect((await device.report()).warnings).toEqual([text]))
})

test.each([
  ['catchtap', 'catchtap="none"'],
  ['capture-bind:tap', 'capture-bind:tap="none"'],
  ['mut-bind:tap', 'mut-bind:tap="none"'],
  ['a handler whose name is data', 'bindtap="{{name}}"'],
  ['a member of the data', 'bindtap="member"'],
])('%s without a handler is a warning', async (_, binding) => {
  const js = `Page({ data: { name: 'none' }, member: 'no function' })`
  const { device, tap } = await run(createPage({ js, wxml: `<view id="v" ${binding}/>` }))
  tap('#v')
  const text = expect.stringMatching(/^Component "pages\/one\/one" does not have a method "(none|member)" to handle/)
  await waitFor(async () => expect((await device.report()).warnings).toEqual([text]))
})

test('a component’s missing handlers are warnings: of taps, and of events of its components', async () => {
  const files = {
    'own/own.json': { component: true, usingComponents: { inner: '/inner' } },
    'own/own.js': 'Component({})',
    'own/own.wxml': '<inner bind:mine="gone"/><view id="v" bindtap="none"/>',
    'inner.json': { component: true },
    'inner.js': `Component({ attached() { this.triggerEvent('mine') } })`,
    'inner.wxml': '',
  }
  const { device, tap } = await run(createPage({ wxml: '<own/>', json: USING }, files))
  tap('#v')
  await waitFor(async () =>
    expect((await device.report()).warnings).toEqual([
      'Component "own/own" does not have a method "gone" to handle event "mine".',
      'Component "own/own" does not have a method "none" to handle event "tap".',
    ]),
  )
})

test('handlers that exist, empty ones and those of behaviors are no warnings', async () => {
  const js = `Page({ behaviors: [Behavior({ methods: { shared() { console.info('shared') } } })], own() { console.info('own') } })`
  const wxml = '<view bindtap="own"><view id="v" bindtap="shared"/></view><view id="e" catchtap=""/>'
  const { logged, tap, expectClean } = await run(createPage({ js, wxml }))
  tap('#v')
  tap('#e')
  await waitFor(() => expect(logged()).toEqual(['shared', 'own']))
  await expectClean()
})

test('a handler that was assigned to a page or component that exists is called', async () => {
  const js = `Page({ onLoad() { this.late = (event) => { console.info('page', Object.keys(event).includes('detail'), event.type) } } })`
  const component = `Component({ lifetimes: { attached() { this.late = () => { console.info('component') } } } })`
  const files = {
    'own/own.js': component,
    'own/own.wxml': '<view id="in" catchtap="late">x</view>',
    'own/own.json': { component: true },
  }
  const json = { usingComponents: { own: '/own/own' } }
  const { logged, tap, expectClean } = await run(
    createPage({ js, json, wxml: '<view id="out" bindtap="late">x</view><own />' }, files),
  )
  tap('#out')
  tap('[id$="--in"]')
  await waitFor(() => expect(logged()).toEqual([['page', true, 'tap'], 'component']))
  await expectClean()
})
