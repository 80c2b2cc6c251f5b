import type { ServerResponse } from 'node:http'
import type { JsdomDevice } from '../../src/jsdom'
import { eventually, onePage, run } from '../support/run'
import { startServer, type TestServer } from '../support/server'

let server: TestServer
/** Counted, never compared: to print what is not expected, jest walks through all that a response holds, for seconds. */
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

/** A page whose `onLoad` runs this code; `base` is the server, `say` tells the test. */
const loading = (code: string) =>
  onePage({
    js: `const base = '${server.url}'; const say = (name) => (told) => console.info(name, told)
    Page({ onLoad() { ${code} } })`,
  })

test('request tells success and complete: status, header, cookies, and JSON read where it is JSON', async () => {
  const { logged } = await run(
    loading(`wx.request({ url: base + '/x', success: say('success'), complete: say('complete'), fail: say('fail') })`),
  )
  await eventually(() => expect(logged()).toHaveLength(2))
  const told = {
    statusCode: 200,
    header: expect.objectContaining({ 'content-type': 'application/json' }),
    cookies: ['a=1', 'b=2'],
    data: { said: 'hello' },
    errMsg: 'request:ok',
  }
  expect(logged()).toEqual([
    ['success', told],
    ['complete', told],
  ])
})

test('text stays text', async () => {
  const { logged } = await run(
    loading(`wx.request({ url: base + '/text', success: ({ data }) => console.info(data) })`),
  )
  await eventually(() => expect(logged()).toEqual(['plain text']))
})

test('what the server receives: query, JSON, form, and a Referer that cannot be changed', async () => {
  await run(
    loading(`
      wx.request({ url: base + '/get?a=1', data: { b: 'ü', c: 2 } })
      wx.request({ url: base + '/json', method: 'POST', data: { a: [1] }, header: { Referer: 'mine', 'X-Own': 'kept' } })
      wx.request({ url: base + '/form', method: 'POST', data: { a: '1 2' }, header: { 'content-type': 'application/x-www-form-urlencoded' } })`),
    { appId: 'wxabc', version: '7' },
  )
  await eventually(() => expect(server.asked).toHaveLength(3))
  const asked = [...server.asked].sort((one, other) => one.url.localeCompare(other.url))
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

test('ten requests run at a time; the eleventh is sent when one is over', async () => {
  await run(loading(`for (let n = 0; n < 12; n++) wx.request({ url: base + '/held' + n })`))
  await eventually(() => expect(held.length).toBe(10))
  held[0]?.end('{}')
  await eventually(() => expect(held.length).toBe(11))
})

test('a request that is aborted fails, whether it runs or still waits, and one that waits is never sent', async () => {
  const { logged } = await run(
    loading(`const tasks = []
      for (let n = 0; n < 11; n++) tasks.push(wx.request({ url: base + '/held' + n, fail: ({ errMsg }) => console.info(n, errMsg) }))
      tasks[10].abort(); setTimeout(() => tasks[0].abort())`),
  )
  await eventually(() =>
    expect(logged()).toEqual([
      [10, 'request:fail abort'],
      [0, 'request:fail abort'],
    ]),
  )
  expect(server.asked.map(({ url }) => url)).not.toContain('/held10')
})

test('a request that takes too long fails with errno 5, by its own time or by that of app.json', async () => {
  const { logged } = await run({
    ...loading(`wx.request({ url: base + '/held', timeout: 20, fail: say('own') })
      wx.request({ url: base + '/held', fail: say('app.json') })`),
    'app.json': { pages: ['pages/one/one'], networkTimeout: { request: 60 } },
  })
  const told = { errMsg: 'request:fail timeout', errno: 5 }
  await eventually(() =>
    expect(logged()).toEqual([
      ['own', told],
      ['app.json', told],
    ]),
  )
})

test('only https, only listed hosts, and no port that is not listed', async () => {
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
    loading(`for (const url of ${JSON.stringify(urls)}) wx.request({ url, fail: say(url) })`),
    { requestDomains: ['good.cn', 'port.cn:8443'], host },
  )
  const told = { errMsg: 'request:fail url not in domain list', errno: 600_002 }
  await eventually(() => expect(logged()).toEqual(urls.slice(0, 6).map((url) => [url, told])))
  expect(asked).toEqual(urls.slice(6))
})

test('a request to nobody fails, and so does every request of a phone without a network', async () => {
  await server.close()
  const js = `Page({ onLoad() { this.ask() }, ask() { wx.request({ url: '${server.url}', fail: ({ errno }) => console.info(errno) }) } })`
  const { device, logged, tap } = await run(onePage({ js, wxml: '<view id="ask" bindtap="ask"/>' }))
  await eventually(() => expect(logged()).toEqual([600_001]))
  await device.setNetworkType('none')
  tap('#ask')
  await eventually(() => expect(logged()).toEqual([600_001, 600_001]))
})

test('a request that nobody listens to may fail in silence', async () => {
  const { device, logged } = await run(
    loading(`wx.request({ url: 'http://127.0.0.1:1/' }); setTimeout(() => console.info('later'), 50)`),
  )
  await eventually(() => expect(logged()).toEqual(['later']))
  expect((await device.report()).errors).toEqual([])
})

test('the network’s type is told when it changes, and only then', async () => {
  const { device, logged } = await run(
    loading(`
    const heard = say('heard'); wx.onNetworkStatusChange(heard)
    wx.onNetworkStatusChange(say('other')); wx.offNetworkStatusChange(heard)
    wx.getNetworkType().then(({ networkType }) => console.info(networkType))`),
    { networkType: 'wifi' },
  )
  await device.setNetworkType('wifi')
  await device.setNetworkType('none')
  await eventually(() => expect(logged()).toHaveLength(2))
  expect(logged()).toEqual(expect.arrayContaining([['other', { isConnected: false, networkType: 'none' }], 'wifi']))
})

test('what a request cannot do here is missing by name', async () => {
  const { device } = await run(
    loading(`
    wx.request({ url: base, responseType: 'arraybuffer' })
    wx.request({ url: base, method: 'POST', data: new ArrayBuffer(1) }).onHeadersReceived`),
  )
  expect((await device.report()).missing).toEqual([
    'RequestTask.onHeadersReceived',
    'wx.request({ data: ArrayBuffer })',
    "wx.request({ responseType: 'arraybuffer' })",
  ])
})

/** By the window's own clock. */
const passed = ({ window }: JsdomDevice, ms: number) =>
  new Promise<void>((resolve) => {
    window.setTimeout(resolve, ms)
  })

describe('in the background', () => {
  const asking = () =>
    onePage({
      js: `const ask = (path) => wx.request({ url: '${server.url}' + path, success: () => console.info(path, 'ok'), fail: ({ errMsg, errno }) => console.info(path, errMsg, errno) })
      Page({ onLoad() { ask('/held'); wx.onAppShow(() => { console.info('back'); ask('/after') })
        wx.onNetworkStatusChange(({ networkType }) => console.info(networkType))
        let n = 0; let before = 0; setInterval(() => { n += 1; if (n === 1) console.info('tick') }, 5)
        this.left = () => { before = n }; wx.onAppShow(() => console.info('ticks made up for', n - before > 5)) } , onHide() { setTimeout(() => console.info('timer'), 120); setTimeout(this.left, 15) } })`,
    })

  test('requests are interrupted after the time, and work again when the app is back', async () => {
    const { device, logged } = await run(asking(), { backgroundMs: 600 })
    await eventually(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    await eventually(() => expect(logged()).toContainEqual(['/held', 'request:fail interrupted', 600_003]))
    await device.show()
    await eventually(() => expect(logged()).toContainEqual(['/after', 'ok']))
  })

  test('timers and news stand still until the app is back, and come before the word that it is', async () => {
    const { device, logged } = await run(asking(), { backgroundMs: 20 })
    await eventually(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    await eventually(() => expect(logged()).toHaveLength(2))
    await passed(device, 150)
    await device.setNetworkType('wifi')
    expect(logged()).toHaveLength(2)
    await device.show()
    expect(logged().slice(2)).toEqual(['timer', 'wifi', 'back', ['ticks made up for', false]])
  })

  test('who is back at the moment of the interruption finds everything running', async () => {
    const { device, logged } = await run(asking(), { backgroundMs: 20 })
    await eventually(() => expect(logged()).toEqual(['tick']))
    await device.hide()
    // Runs right after the phone's own timer.
    await passed(device, 20)
    await device.show()
    await eventually(() => expect(logged()).toContainEqual(['/after', 'ok']))
  })

  test('who is back in time notices nothing, not even later', async () => {
    const { device, logged } = await run(asking(), { backgroundMs: 600 })
    await eventually(() => expect(held.length).toBe(1))
    await device.hide()
    await device.show()
    await passed(device, 800)
    held[0]?.end('{}')
    await eventually(() => expect(logged()).toContainEqual(['/held', 'ok']))
  })
})
