import { listAppHooks, listPageHooks } from '../../src/logic/hooks'
import { createPage, run } from '../support/run'

const HOOKS = [
  ...['onAddToFavorites', 'onPullDownRefresh', 'onResize', 'onRouteDone', 'onSaveExitState'],
  ...['onShareAppMessage', 'onShareTimeline', 'onTabItemTap'],
]

test.each(HOOKS)('%s of a page never runs here, and is reported', async (hook) => {
  const { device } = await run(createPage({ js: `Page({ ${hook}() {} })` }))
  expect((await device.report()).missing).toEqual([`Page.${hook}`])
})

test('the hooks of a component that is a page are reported as well', async () => {
  const js = 'Component({ methods: { onShareAppMessage() {} } })'
  const { device } = await run(createPage({ js, json: { component: true } }))
  expect((await device.report()).missing).toEqual(['Page.onShareAppMessage'])
})

test.each(['onPageNotFound'])('%s of the app is reported', async (hook) => {
  const { device } = await run(createPage({ app: `App({ ${hook}() {} })` }))
  expect((await device.report()).missing).toEqual([`App.${hook}`])
})

test('of a page that Taro has made, only hooks that Taro does not add by itself are reported', () => {
  const page = Object.fromEntries(HOOKS.map((hook) => [hook, () => undefined]))
  expect(listPageHooks({ ...page, $taroPath: 'pages/one/one' }).sort()).toEqual([
    'Page.onRouteDone',
    'Page.onShareAppMessage',
    'Page.onShareTimeline',
  ])
  expect(
    listAppHooks(Object.create({ mount: () => undefined }, { onPageNotFound: { value: () => undefined } })),
  ).toEqual([])
})
