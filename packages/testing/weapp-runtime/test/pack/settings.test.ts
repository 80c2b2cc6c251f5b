import { createPage, pack, run } from '../support/run'

const PAGES = ['pages/one/one']

test.each([
  ['enablePullDownRefresh', true],
  ['disableScroll', true],
  ['pageOrientation', 'landscape'],
  ['homeButton', true],
  ['initialRenderingCache', 'static'],
  ['restartStrategy', 'homePageAndLatestPage'],
  ['visualEffectInBackground', 'hidden'],
  ['backgroundColorContent', '#000000'],
  ['renderer', 'skyline'],
  ['componentPlaceholder', { own: 'view' }],
  ['singlePage', { navigationBarFit: 'float' }],
  ['aSettingOfTheNextVersion', 1],
])('the page’s setting %s is reported as missing by name', async (name, value) => {
  const { device } = await run(createPage({ json: { [name]: value } }))
  expect((await device.report()).missing).toEqual([`pages/one/one.json ${name}`])
})

test.each(['enablePullDownRefresh', 'pageOrientation'])('%s of the app’s window is reported', async (name) => {
  const { device } = await run(createPage({}, { 'app.json': { pages: PAGES, window: { [name]: 'auto' } } }))
  expect((await device.report()).missing).toEqual([`app.json window.${name}`])
})

test.each([
  ['useExtendedLib', { weui: true }],
  ['resolveAlias', { '~/*': '/*' }],
  ['renderer', 'skyline'],
  ['rendererOptions', {}],
  ['requiredBackgroundModes', ['audio']],
  ['resizable', true],
])('the app’s setting %s is reported', async (name, value) => {
  const { device } = await run(createPage({}, { 'app.json': { pages: PAGES, [name]: value } }))
  expect((await device.report()).missing).toEqual([`app.json ${name}`])
})

test('implemented settings, WeChat’s defaults and files of other tools are not reported', () => {
  const window = { enablePullDownRefresh: false, backgroundTextStyle: 'light', backgroundColor: '#eeeeee' }
  const app = { pages: PAGES, window, style: 'v2', lazyCodeLoading: 'requiredComponents', sitemapLocation: 's.json' }
  const json = { usingComponents: {}, onReachBottomDistance: 50, navigationStyle: 'custom', disableScroll: false }
  const files = {
    'app.json': app,
    'sitemap.json': { rules: [] },
    'project.config.json': { appid: 'x' },
    'own.json': { component: true, styleIsolation: 'shared', componentGenerics: { row: true } },
  }
  expect(pack(createPage({ json }, files)).unsupported).toEqual([])
})

test('a setting of a component’s JSON is reported', () => {
  const files = { 'own.json': { component: true, pureDataPattern: '^_' } }
  expect(pack(createPage({}, files)).unsupported).toEqual(['own.json pureDataPattern'])
})
