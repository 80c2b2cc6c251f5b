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

test('an image file of the package is reported as missing by name', async () => {
  const { device } = await run(createPage({ wxml: '<image src="/logo.png" lazy-load/>' }))
  expect((await device.report()).missing).toEqual([
    '<image lazy-load>',
    '<image src="/logo.png">: a file of the package',
  ])
})

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
