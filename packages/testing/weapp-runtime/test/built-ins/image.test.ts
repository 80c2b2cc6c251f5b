import { createPage, run, waitFor } from '../support/run'
import { PIXEL, startServer, type TestServer } from '../support/server'

let server: TestServer
beforeEach(async () => {
  server = await startServer(({ url }, response) => {
    if (url.startsWith('/no')) response.writeHead(404).end()
    else response.setHeader('content-type', 'image/gif').end(PIXEL)
  })
})
afterEach(() => server.close())

const createScript = () =>
  `Page({ data: { src: '${server.url}/1' }, had(e) { console.info(e.type, Object.keys(e.detail)) }, next() { this.setData({ src: '${server.url}/2' }) } })`

test('an image reports its size when it loads, and an error when it does not', async () => {
  const { logged } = await run(
    createPage({ js: createScript(), wxml: '<image src="{{src}}" bindload="had" binderror="had"/>' }),
  )
  await waitFor(() => expect(logged()).toEqual([['load', ['width', 'height']]]))
  const other = await run(
    createPage({ js: createScript(), wxml: `<image src="${server.url}/no" bindload="had" binderror="had"/>` }),
  )
  await waitFor(() => expect(other.logged()).toContainEqual(['error', ['errMsg']]))
})

test('each image is requested once, with the mini-program’s Referer unless the page forbids it', async () => {
  const wxml =
    '<image id="i" src="{{src}}"/><image src="{{src}}?none" referrerPolicy="no-referrer"/><image src="{{src}}?dash" referrer-policy="no-referrer"/><view id="next" bindtap="next"/>'
  const { tap, expectClean } = await run(createPage({ js: createScript(), wxml }), { appId: 'wxabc' })
  await waitFor(() => expect(server.requests).toHaveLength(3))
  tap('#next')
  await waitFor(() => expect(server.requests).toHaveLength(6))
  expect(server.requests.map(({ url, headers }) => [url, headers.referer]).sort()).toEqual([
    ['/1', 'https://servicewechat.com/wxabc/0/page-frame.html'],
    ['/1?dash', undefined],
    ['/1?none', undefined],
    ['/2', 'https://servicewechat.com/wxabc/0/page-frame.html'],
    ['/2?dash', undefined],
    ['/2?none', undefined],
  ])
  await expectClean()
})

const PICTURE = PIXEL.toString('base64')
const LOG = `Page({ had(e) { console.info(e.type, e.currentTarget.id) } })`

test.each([
  ['from the root', '/images/dot.gif'],
  ['from the page', '../../images/dot.gif'],
  ['beside the page', 'near.gif'],
  ['beside the page with a dot', './near.gif'],
  ['with a query', '/images/dot.gif?v=1'],
])('an image file of the package loads, named %s', async (_, src) => {
  const files = { 'images/dot.gif': PIXEL, 'pages/one/near.gif': PIXEL }
  const wxml = `<image id="i" src="{{src}}" bindload="had" binderror="had"/>`
  const js = LOG.replace('Page({', `Page({ data: { src: '${src}' },`)
  const { find, logged, expectClean } = await run(createPage({ js, wxml }, files))
  await waitFor(() => expect(logged()).toEqual([['load', 'i']]))
  expect(find('#i img').getAttribute('src')).toBe(`data:image/gif;base64,${PICTURE}`)
  await expectClean()
})

test('a component finds images from its own folder', async () => {
  const files = {
    'own/own.json': { component: true },
    'own/own.js': LOG.replace('Page({', 'Component({ methods: {').replace(/\}\)$/, '} })'),
    'own/own.wxml': '<image id="i" src="./dot.gif" bindload="had" binderror="had"/>',
    'own/dot.gif': PIXEL,
  }
  const { logged, expectClean } = await run(
    createPage({ wxml: '<own/>', json: { usingComponents: { own: '/own/own' } } }, files),
  )
  await waitFor(() => expect(logged()).toEqual([['load', 'i']]))
  await expectClean()
})

test('an image file that the package lacks fails with a warning, as in WeChat', async () => {
  const { device, logged } = await run(
    createPage({ js: LOG, wxml: '<image id="i" src="/logo.png" bindload="had" binderror="had"/>' }),
  )
  await waitFor(() => expect(logged()).toEqual([['error', 'i']]))
  expect(await device.report()).toEqual({
    missing: [],
    errors: [],
    warnings: ['Failed to load local image resource /logo.png'],
  })
})

test.each(['cloud://env/a.png', 'wxfile://tmp_1.png'])(
  'a source in WeChat’s own storage is reported: %s',
  async (src) => {
    const { device } = await run(createPage({ wxml: `<image src="${src}"/>` }))
    expect((await device.report()).missing).toEqual([`<image src="${src}">`])
  },
)

test('a change of mode does not load the image again', async () => {
  const js = `Page({ data: { mode: 'aspectFit' }, had() { this.setData({ mode: 'aspectFill' }, () => console.info('changed')) } })`
  const { find, logged } = await run(
    createPage({ js, wxml: `<image id="i" src="${server.url}/1" mode="{{mode}}" bindload="had"/>` }),
  )
  await waitFor(() => expect(logged()).toEqual(['changed']))
  expect(find('#i img').className).toBe('weapp-mode-aspectFill')
  // A second load would have called the handler and changed the mode again.
  await fetch(`${server.url}/last`)
  expect(server.requests.map(({ url }) => url)).toEqual(['/1', '/last'])
})

/** Starts a page with an image of the server under a host of this machine. */
const runImage = (host: string, settings: object) => {
  const src = server.url.replace('127.0.0.1', host)
  const js = LOG.replace('Page({', `Page({ data: { src: '${src}/1' },`)
  return run(createPage({ js, wxml: '<image id="i" src="{{src}}" bindload="had" binderror="had"/>' }), settings)
}

test.each<[string, string, object, string]>([
  ['iOS 18 cannot load an http image of a host name', 'localhost', { system: { system: 'iOS 18.1' } }, 'error'],
  ['iOS 18 loads an http image of an IP address', '127.0.0.1', { system: { system: 'iOS 18.1' } }, 'load'],
  ['iOS 17 loads an http image of a host name', 'localhost', { system: { system: 'iOS 17.6' } }, 'load'],
  ['a setting turns the upgrade on', 'localhost', { upgradesHttpImages: true }, 'error'],
  [
    'a setting turns the upgrade off',
    'localhost',
    { system: { system: 'iOS 18.1' }, upgradesHttpImages: false },
    'load',
  ],
])('%s', async (_, host, settings, outcome) => {
  const { logged, expectClean } = await runImage(host, settings)
  await waitFor(() => expect(logged()).toEqual([[outcome, 'i']]))
  expect(server.requests).toHaveLength(outcome === 'load' ? 1 : 0)
  await expectClean()
})
