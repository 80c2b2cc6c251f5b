import { eventually, onePage, run } from './support/run'

test('what a page does at launch is in force: app.wxss, its own styles, and those of components', async () => {
  const files = onePage(
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

test('the styles of a page that is covered are out of force, and back with it', async () => {
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
  await eventually(() => expect(media()).toBe('not all'))
  await device.back()
  expect(media()).toBe('all')
})

test('what a timer throws is an error of the mini-program, told to App.onError and wx.onError', async () => {
  const app = `wx.onError(({ message }) => console.info('wx', message)); App({ onError(text) { console.info('app', text.split('\\n')[0]) } })`
  const { device, logged } = await run(
    onePage({ app, js: `Page({ onLoad() { setTimeout(() => { throw new Error('in a timer') }) } })` }),
  )
  await eventually(() =>
    expect(logged()).toEqual([
      ['app', 'Error: in a timer'],
      ['wx', 'Error: in a timer'],
    ]),
  )
  expect((await device.report()).errors).toHaveLength(1)
})

test('so is what a lifetime of a component and the callback of a query throw', async () => {
  const files = onePage(
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
  await eventually(async () =>
    expect((await device.report()).errors).toEqual([
      expect.stringContaining('in attached'),
      expect.stringContaining('in a query'),
    ]),
  )
})

test('a page whose onError throws is not asked again', async () => {
  const { device } = await run(
    onePage({
      app: `App({ onError() { throw new Error('second') } })`,
      js: `Page({ onLoad() { throw new Error('first') } })`,
    }),
  )
  expect((await device.report()).errors).toEqual([expect.stringContaining('first'), expect.stringContaining('second')])
})

test('styles of page and component do not reach each other, unless the component asks for it', async () => {
  const own = (name: string, json: object) => ({
    [`${name}.json`]: { component: true, ...json },
    [`${name}.js`]: 'Component({})',
    [`${name}.wxml`]: `<view class="both" id="in-${name}"/>`,
    [`${name}.wxss`]: ':host { float: right } .both { opacity: 0.5 }',
  })
  const files = onePage(
    {
      wxml: '<view class="both" id="out"/><own id="own"/><open id="open"/>',
      wxss: '.both { order: 3 }',
      json: { usingComponents: { own: '/own', open: '/open' } },
    },
    { ...own('own', {}), ...own('open', { styleIsolation: 'apply-shared' }) },
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
