import { eventually, onePage, run } from '../support/run'
import { PIXEL, startServer, type TestServer } from '../support/server'

let server: TestServer
beforeEach(async () => {
  server = await startServer(({ url }, response) => {
    if (url.startsWith('/no')) response.writeHead(404).end()
    else response.setHeader('content-type', 'image/gif').end(PIXEL)
  })
})
afterEach(() => server.close())

const JS = () =>
  `Page({ data: { src: '${server.url}/1' }, had(e) { console.info(e.type, Object.keys(e.detail)) }, next() { this.setData({ src: '${server.url}/2' }) } })`

test('an image that loads tells its size, one that does not tells an error', async () => {
  const { logged } = await run(onePage({ js: JS(), wxml: '<image src="{{src}}" bindload="had" binderror="had"/>' }))
  await eventually(() => expect(logged()).toEqual([['load', ['width', 'height']]]))
  const other = await run(onePage({ js: JS(), wxml: `<image src="${server.url}/no" bindload="had" binderror="had"/>` }))
  await eventually(() => expect(other.logged()).toContainEqual(['error', ['errMsg']]))
})

test('the mini-program’s Referer goes along unless the page forbids it; each image is asked for once', async () => {
  const wxml =
    '<image id="i" src="{{src}}"/><image src="{{src}}?none" referrerPolicy="no-referrer"/><image src="{{src}}?dash" referrer-policy="no-referrer"/><view id="next" bindtap="next"/>'
  const { tap, clean } = await run(onePage({ js: JS(), wxml }), { appId: 'wxabc' })
  await eventually(() => expect(server.asked).toHaveLength(3))
  tap('#next')
  await eventually(() => expect(server.asked).toHaveLength(6))
  expect(server.asked.map(({ url, headers }) => [url, headers.referer]).sort()).toEqual([
    ['/1', 'https://servicewechat.com/wxabc/0/page-frame.html'],
    ['/1?dash', undefined],
    ['/1?none', undefined],
    ['/2', 'https://servicewechat.com/wxabc/0/page-frame.html'],
    ['/2?dash', undefined],
    ['/2?none', undefined],
  ])
  await clean()
})

test('a file of the package is missing by name', async () => {
  const { device } = await run(onePage({ wxml: '<image src="/logo.png" lazy-load/>' }))
  expect((await device.report()).missing).toEqual([
    '<image lazy-load>',
    '<image src="/logo.png">: a file of the package',
  ])
})

test('what else changes about an image does not load it again', async () => {
  const js = `Page({ data: { mode: 'aspectFit' }, had() { this.setData({ mode: 'aspectFill' }, () => console.info('changed')) } })`
  const { find, logged } = await run(
    onePage({ js, wxml: `<image id="i" src="${server.url}/1" mode="{{mode}}" bindload="had"/>` }),
  )
  await eventually(() => expect(logged()).toEqual(['changed']))
  expect(find('#i img').className).toBe('weapp-mode-aspectFill')
  // A second loading would have been told, and changed it again.
  await fetch(`${server.url}/last`)
  expect(server.asked.map(({ url }) => url)).toEqual(['/1', '/last'])
})
