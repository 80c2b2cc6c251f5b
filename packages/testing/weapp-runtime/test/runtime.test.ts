import { createPage, run, waitFor } from './support/run'

test('styles of the app, the page and its components apply at launch', async () => {
  const files = createPage(
    { wxml: '<own/>', wxss: '.page { left: 1rpx }', json: { usingComponents: { own: '/own' } } },
    {
      'app.wxss': '.app { left: 0 }',
      'own.json': { component: true },
      'own.js': 'Component({})',
      'own.wxml': '',
      'own.wxss': '.own { left: 0 }',
    },
  )
  const { device } = await run(files)
  const styles = [...device.window.document.querySelectorAll('style[data-path]')] as HTMLStyleElement[]
  expect(styles.map(({ dataset }) => dataset.path).sort()).toEqual(['app', 'own', 'pages/one/one'])
})

test('the styles of a covered page are disabled until it is visible again', async () => {
  const files = {
    'app.json': { pages: ['a', 'b'] },
    'app.js': 'App({})',
    'a.js': `Page({ onReady() { wx.navigateTo({ url: 'b' }) } })`,
    'a.wxml': '',
    'a.wxss': '.a{}',
    'b.js': 'Page({})',
    'b.wxml': '',
  }
  const { device } = await run(files)
  const media = () => (device.window.document.querySelector('style[data-path=a]') as HTMLStyleElement).media
  await waitFor(() => expect(media()).toBe('not all'))
  await device.back()
  expect(media()).toBe('all')
})

test('an error in a timer reaches App.onError and wx.onError', async () => {
  const app = `wx.onError(({ message }) => console.info('wx', message)); App({ onError(text) { console.info('app', text.split('\\n')[0]) } })`
  const { device, logged } = await run(
    createPage({ app, js: `Page({ onLoad() { setTimeout(() => { throw new Error('in a timer') }) } })` }),
  )
  await waitFor(() =>
    expect(logged()).toEqual([
      ['app', 'Error: in a timer'],
      ['wx', 'Error: in a timer'],
    ]),
  )
  expect((await device.report()).errors).toHaveLength(1)
})

test('errors in a component’s lifetime and in a query’s callback are reported', async () => {
  const files = createPage(
    {
      js: `Page({ onReady() { wx.createSelectorQuery().select('#x').boundingClientRect().exec(() => { throw new Error('in a query') }) } })`,
      wxml: '<own/>',
      json: { usingComponents: { own: '/own' } },
    },
    {
      'own.json': { component: true },
      'own.wxml': '',
      'own.js': `Component({ attached() { throw new Error('in attached') } })`,
    },
  )
  const { device } = await run(files)
  await waitFor(async () =>
    expect((await device.report()).errors).toEqual([
      expect.stringContaining('in attached'),
      expect.stringContaining('in a query'),
    ]),
  )
})

test('onError is not called again for an error that it throws itself', async () => {
  const { device } = await run(
    createPage({
      app: `App({ onError() { throw new Error('second') } })`,
      js: `Page({ onLoad() { throw new Error('first') } })`,
    }),
  )
  expect((await device.report()).errors).toEqual([expect.stringContaining('first'), expect.stringContaining('second')])
})

test('styles of page and component are isolated unless the component shares them', async () => {
  const createOwn = (name: string, json: object) => ({
    [`${name}.json`]: { component: true, ...json },
    [`${name}.js`]: 'Component({})',
    [`${name}.wxml`]: `<view class="both" id="in-${name}"/>`,
    [`${name}.wxss`]: ':host { float: right } .both { opacity: 0.5 }',
  })
  const files = createPage(
    {
      wxml: '<view class="both" id="out"/><own id="own"/><open id="open"/>',
      wxss: '.both { order: 3 }',
      json: { usingComponents: { own: '/own', open: '/open' } },
    },
    { ...createOwn('own', {}), ...createOwn('open', { styleIsolation: 'apply-shared' }) },
  )
  const { device, find } = await run(files)
  const style = (id: string) => device.window.getComputedStyle(find(id))
  const seen = ['#out', '#in-own', '#in-open'].map((id) => [style(id).getPropertyValue('order'), style(id).opacity])
  expect(seen).toEqual([
    ['3', ''],
    ['', '0.5'],
    ['3', '0.5'],
  ])
  expect(style('#own').getPropertyValue('float')).toBe('right')
})

test.each([
  ['addGlobalClass', '{ addGlobalClass: true }', '3'],
  ['styleIsolation: apply-shared', `{ styleIsolation: 'apply-shared' }`, '3'],
  ['styleIsolation before addGlobalClass', `{ styleIsolation: 'isolated', addGlobalClass: true }`, ''],
  ['nothing', '{}', ''],
])('a component’s options decide which styles it shares: %s', async (_, options, order) => {
  const files = createPage(
    { wxml: '<own/>', json: { usingComponents: { own: '/own' } } },
    {
      'app.wxss': '.both { order: 3 }',
      'own.json': { component: true },
      'own.js': `Component({ options: ${options} })`,
      'own.wxml': '<view class="both" id="in"/>',
    },
  )
  const { device, find } = await run(files)
  expect(device.window.getComputedStyle(find('#in')).getPropertyValue('order')).toBe(order)
})
