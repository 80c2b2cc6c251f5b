import type { ServerResponse } from 'node:http'
import type { JsdomDevice } from '../../src/jsdom'
import { createPage, run, waitFor } from '../support/run'
import { startServer, type TestServer } from '../support/server'

let server: TestServer
/** Tests compare only the length: jest would take seconds to print a response. */
let held: ServerResponse[]

beforeEach(async () => {
  held = []
  server = await startServer(({ url }, response) => {
    if (url.startsWith('/held')) held.push(response)
    else if (url === '/text') response.end('plain text')
    else {
      response.setHeader('set-cookie', ['a=1', 'b=2'])
      response.setHeader('content-type', 'application/json').end('{"said":"hello"}')
    }
  })
})
afterEach(() => server.close())

/** Creates a page whose `onLoad` runs this code. `base` is the server's address, `say` logs with a name. */
const createOnLoadPage = (code: string) =>
  createPage({
    js: `const base = '${server.url}'; const say = (name) => (outcome) => console.info(name, outcome)
    Page({ onLoad() { ${code} } })`,
  })

test('request passes status, headers, cookies and parsed JSON to success and complete', async () => {
  const { logged } = await run(
    createOnLoadPage(
      `wx.request({ url: base + '/x', success: say('success'), complete: say('complete'), fail: say('fail') })`,
    ),
  )
  await waitFor(() => expect(logged()).toHaveLength(2))
  const answer = {
    statusCode: 200,
    header: expect.objectContaining({ 'content-type': 'application/json' }),
    cookies: ['a=1', 'b=2'],
    data: { said: 'hello' },
    errMsg: 'request:ok',
  }
  expect(logged()).toEqual([
    ['success', answer],
    ['complete', answer],
  ])
})

test('an answer that is not JSON is passed on as text', async () => {
  const { logged } = await run(
    createOnLoadPage(`wx.request({ url: base + '/text', success: ({ data }) => console.info(data) })`),
  )
  await waitFor(() => expect(logged()).toEqual(['plain text']))
})

test('requests carry query, JSON or form data, and a Referer that the mini-program cannot change', async () => {
  await run(
    createOnLoadPage(`
      wx.request({ url: base + '/get?a=1', data: { b: 'ü', c: 2 } })
      wx.request({ url: base + '/json', method: 'POST', data: { a: [1] }, header: { Referer: 'mine', 'X-Own': 'kept' } })
      wx.request({ url: base + '/form', method: 'POST', data: { a: '1 2' }, header: { 'content-type': 'application/x-www-form-urlencoded' } })`),
    { appId: 'wxabc', version: '7' },
  )
  await waitFor(() => expect(server.requests).toHaveLength(3))
  const asked = [...server.requests].sort((one, other) => one.url.localeCompare(other.url))
  expect(asked.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual([
    'POST /form a=1%202',
    'GET /get?a=1&b=%C3%BC&c=2 ',
    'POST /json {"a":[1]}',
  ])
  expect(asked.map(({ headers }) => headers.referer)).toEqual(
    Array(3).fill('https://servicewechat.com/wxabc/7/page-frame.html'),
  )
  expect(asked[2]?.headers).toMatchObject({ 'x-own': 'kept', 'content-type': 'application/json' })
})

test('ten requests run at a time, and the eleventh is sent when one of them ends', async () => {
  await run(createOnLoadPage(`for (let n = 0; n < 12; n++) wx.request({ url: base + '/held' + n })`))
  await waitFor(() => expect(held.length).toBe(10))
  held[0]?.end('{}')
  await waitFor(() => expect(held.length).toBe(11))
})

test('aborting fails running and waiting requests, and a waiting one is never sent', async () => {
  const { logged } = await run(
    createOnLoadPage(`const tasks = []
      for (let n = 0; n < 11; n++) tasks.push(wx.request({ url: base + '/held' + n, fail: ({ errMsg }) => console.info(n, errMsg) }))
      tasks[10].abort(); setTimeout(() => tasks[0].abort())`),
  )
  await waitFor(() =>
    expect(logged()).toEqual([
      [10, 'request:fail abort'],
      [0, 'request:fail abort'],
    ]),
  )
  expect(server.requests.map(({ url }) => url)).not.toContain('/held10')
})

test('a request fails with errno 5 after its own time limit or that of app.json', async () => {
  const { logged } = await run({
    ...createOnLoadPage(`wx.request({ url: base + '/held', timeout: 20, fail: say('own') })
      wx.request({ url: base + '/held', fail: say('app.json') })`),
    'app.json': { pages: ['pages/one/one'], networkTimeout: { request: 60 } },
  })
  const failure = { errMsg: 'request:fail timeout', errno: 5 }
  await waitFor(() =>
    expect(logged()).toEqual([
      ['own', failure],
      ['app.json', failure],
    ]),
  )
})

test('the domain list allows only https, listed hosts and listed ports', async () => {
  const urls = [
    'http://good.cn/',
    'https://evil.cn/',
    'https://good.cn:8443/',
    'https://good.cn:443/',
    'https://good.cn.evil.cn/',
    'https://good.cn@evil.cn/',
    'https://GOOD.cn/x?y',
    'https://port.cn:8443/',
  ]
  const asked: string[] = []
  const host = {
    request: async ({ url }: { url: string }) => {
      asked.push(url)
      return { status: 200, headers: {}, body: '' }
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
  const { logged } = await run(
    createOnLoadPage(`for (const url of ${JSON.stringify(urls)}) wx.request({ url, fail: say(url) })`),
    { requestDomains: ['good.cn', 'port.cn:8443'], host },
  )
  const failure = { errMsg: 'request:fail url not in domain list', errno: 600_002 }
  await waitFor(() => expect(logged()).toEqual(urls.slice(0, 6).map((url) => [url, failure])))
  expect(asked).toEqual(urls.slice(6))
})

test('requests fail if the server is not reachable or the phone has no network', async () => {
  await server.close()
  const js = `Page({ onLoad() { this.ask() }, ask() { wx.request({ url: '${server.url}', fail: ({ errno }) => console.info(errno) }) } })`
  const { device, logged, tap } = await run(createPage({ js, wxml: '<view id="ask" bindtap="ask"/>' }))
  await waitFor(() => expect(logged()).toEqual([600_001]))
  await device.setNetworkType('none')
  tap('#ask')
  await waitFor(() => expect(logged()).toEqual([600_001, 600_001]))
})

test('a failed request without callbacks is not reported as an error', async () => {
  const { device, logged } = await run(
    createOnLoadPage(`wx.request({ url: 'http://127.0.0.1:1/' }); setTimeout(() => console.info('later'), 50)`),
  )
  await waitFor(() => expect(logged()).toEqual(['later']))
  expect((await device.report()).errors).toEqual([])
})

test('network listeners are notified when the type changes, and only then', async () => {
  const { device, logged } = await run(
    createOnLoadPage(`
    const heard = say('heard'); wx.onNetworkStatusChange(heard)
    wx.onNetworkStatusChange(say('other')); wx.offNetworkStatusChange(heard)
    wx.getNetworkType().then(({ networkType }) => console.info(networkType))`),
    { networkType: 'wifi' },
  )
  await device.setNetworkType('wifi')
  await device.setNetworkType('none')
  await waitFor(() => expect(logged()).toHaveLength(2))
  expect(logged()).toEqual(expect.arrayContaining([['other', { isConnected: false, networkType: 'none' }], 'wifi']))
})

test('unsupported request options are reported as missing by name', async () => {
  const { device } = await run(
    createOnLoadPage(`
    wx.request({ url: base, responseType: 'arraybuffer' })
    wx.request({ url: base, method: 'POST', data: new ArrayBuffer(1) }).onHeadersReceived`),
  )
  expect((await device.report()).missing).toEqual([
    'RequestTask.onHeadersReceived',
    'wx.request({ data: ArrayBuffer })',
    "wx.request({ responseType: 'arraybuffer' })",
  ])
})

/** Waits by the window's own clock. */
const waitInWindow = ({ window }: JsdomDevice, ms: number) =>
  new Promise<void>((resolve) => {
    window.setTimeout(resolve, ms)
  })

describe('in the background', () => {
  const createAskingPage = () =>
    createPage({
      js: `const ask = (path) => wx.request({ url: '${server.url}' + path, success: () => console.info(path, 'ok'), fail: ({ errMsg, errno }) => console.info(path, errMsg, errno) })
      Page({ onLoad() { ask('/held'); wx.onAppShow(() => { console.info('back'); ask('/after') })
        wx.onNetworkStatusChange(({ networkType }) => console.info(networkType))
        let n = 0; let before = 0; setInterval(() => { n += 1; if (n === 1) console.info('tick') }, 5)
        this.left = () => { before = n }; wx.onAppShow(() => console.info('ticks made up for', n - before > 5)) } , onHide() { setTimeout(() => console.info('timer'), 120); setTimeout(this.left, 15) } })`,
    })

  test('requests are interrupted after the background time, and work again when the app is back', async () => {
    const { device, logged } = await run(createAskingPage(), { backgroundMs: 600 })
    await waitFor(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    await waitFor(() => expect(logged()).toContainEqual(['/held', 'request:fail interrupted', 600_003]))
    await device.show()
    await waitFor(() => expect(logged()).toContainEqual(['/after', 'ok']))
  })

  test('timers and network changes are held back, and delivered before onAppShow', async () => {
    const { device, logged } = await run(createAskingPage(), { backgroundMs: 20 })
    await waitFor(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    await waitFor(() => expect(logged()).toHaveLength(2))
    await waitInWindow(device, 150)
    await device.setNetworkType('wifi')
    expect(logged()).toHaveLength(2)
    await device.show()
    expect(logged().slice(2)).toEqual(['timer', 'wifi', 'back', ['ticks made up for', false]])
  })

  test('requests work for a user who comes back at the moment of the interruption', async () => {
    const { device, logged } = await run(createAskingPage(), { backgroundMs: 20 })
    await waitFor(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    // This timer runs right after the device's own.
    await waitInWindow(device, 20)
    await device.show()
    await waitFor(() => expect(logged()).toContainEqual(['/after', 'ok']))
  })

  test('nothing is interrupted for a user who comes back in time', async () => {
    const { device, logged } = await run(createAskingPage(), { backgroundMs: 600 })
    await waitFor(() => expect(held.length).toBe(1))
    await device.hide()
    await device.show()
    await waitInWindow(device, 800)
    held[0]?.end('{}')
    await waitFor(() => expect(logged()).toContainEqual(['/held', 'ok']))
  })
})
