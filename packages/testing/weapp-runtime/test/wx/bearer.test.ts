import type { Host, HttpRequest, NetworkType } from '../../src/device'
import { createHttpHost } from '../../src/http-host'
import { createWx } from '../../src/node'
import { createPage, run, waitFor } from '../support/run'
import { startServer, type TestServer } from '../support/server'

const ANDROID = { system: 'Android 14', platform: 'android', SDKVersion: '3.7.0' }
const IPHONE = { system: 'iOS 17.0', platform: 'ios', SDKVersion: '3.7.0' }

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

interface Phone {
  readonly system: Readonly<Record<string, string>>
  readonly networkType: NetworkType
  readonly mobileData?: boolean
}

/** What came of the request: the header that the server saw, or the message of the failure. */
interface Outcome {
  readonly bearer?: string
  readonly errMsg?: string
}

async function requestInNode({ system, networkType, mobileData }: Phone, url: string): Promise<Outcome> {
  const { wx } = createWx({ systemInfo: system, networkType, mobileData })
  return new Promise((resolve) => {
    wx.request({
      url,
      forceCellularNetwork: true,
      success: () => resolve(readBearer()),
      fail: ({ errMsg }) => resolve({ errMsg }),
    })
  })
}

async function requestInWindow({ system, networkType, mobileData = true }: Phone, url: string): Promise<Outcome> {
  const js = `Page({ onLoad() { wx.request({ url: '${url}', forceCellularNetwork: true,
    success: () => console.info('ok'), fail: ({ errMsg }) => console.info(errMsg) }) } })`
  const { logged, expectClean } = await run(createPage({ js }), { system, networkType, mobileData })
  await waitFor(() => expect(logged()).toHaveLength(1))
  await expectClean()
  const [outcome] = logged()
  return outcome === 'ok' ? readBearer() : { errMsg: String(outcome) }
}

function readBearer(): Outcome {
  const { 'x-simulator-bearer': bearer } = server.requests.at(-1)?.headers ?? {}
  return bearer === undefined ? {} : { bearer: String(bearer) }
}

describe.each([
  ['in Node', requestInNode],
  ['in a window', requestInWindow],
])('forceCellularNetwork %s', (_, request) => {
  test.each<[string, Phone, Outcome]>([
    ['leaves over cellular on Android beside Wi-Fi', { system: ANDROID, networkType: 'wifi' }, { bearer: 'cellular' }],
    ['changes nothing on a cellular network', { system: ANDROID, networkType: '4g' }, {}],
    ['changes nothing on an iPhone’s cellular network', { system: IPHONE, networkType: '5g' }, {}],
    [
      'fails on an iPhone on Wi-Fi',
      { system: IPHONE, networkType: 'wifi' },
      { errMsg: 'request:fail bind mobile socket failed' },
    ],
    [
      'fails on Android without mobile data',
      { system: ANDROID, networkType: 'wifi', mobileData: false },
      { errMsg: 'request:fail cellular network is not available' },
    ],
    ['works from base library 2.21.0', at('2.21.0', ANDROID), { bearer: 'cellular' }],
    ['is ignored by older base libraries', at('2.20.3', ANDROID), {}],
    ['is ignored by older base libraries on an iPhone, too', at('2.20.3', IPHONE), {}],
    ['is ignored by DevTools', { system: { ...IPHONE, platform: 'devtools' }, networkType: 'wifi' }, {}],
  ])('%s', async (_name, phone, outcome) => {
    expect(await request(phone, server.url)).toEqual(outcome)
  })
})

function at(SDKVersion: string, system: Phone['system']): Phone {
  return { system: { ...system, SDKVersion }, networkType: 'wifi' }
}

test('a request without the option leaves over Wi-Fi', async () => {
  const { wx } = createWx({ systemInfo: ANDROID, networkType: 'wifi' })
  await new Promise<void>((resolve) => {
    wx.request({ url: server.url, success: () => resolve() })
  })
  expect(readBearer()).toEqual({})
})

test('a phone that moved from Wi-Fi to 5G needs to force nothing', async () => {
  const asked: HttpRequest[] = []
  const { wx, setNetworkType } = createWx({
    systemInfo: ANDROID,
    networkType: 'wifi',
    host: createRecordingHost(asked),
  })
  wx.request({ url: 'https://a.cn/', forceCellularNetwork: true })
  setNetworkType('5g')
  wx.request({ url: 'https://a.cn/', forceCellularNetwork: true })
  await waitFor(() => expect(asked.map(({ bearer }) => bearer)).toEqual(['cellular', undefined]))
})

test('the host adds the header for this machine only, and only for a request over cellular', async () => {
  const seen: Record<string, string>[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    seen.push(init?.headers as Record<string, string>)
    return new Response('{}')
  })
  const request = createHttpHost().request
  const common = { id: 1, method: 'POST', headers: { 'X-Simulator-Bearer': 'cellular', a: 'b' }, body: null }
  for (const host of ['127.0.0.1:7000', 'localhost', 'cm-5g.localhost:7000', '[::1]:7000', 'verify.cmpassport.com']) {
    await request({ ...common, url: `http://${host}/`, bearer: 'cellular' })
  }
  await request({ ...common, url: 'http://127.0.0.1:7000/' })
  jest.restoreAllMocks()
  const cellular = { a: 'b', 'x-simulator-bearer': 'cellular' }
  expect(seen).toEqual([cellular, cellular, cellular, cellular, { a: 'b' }, { a: 'b' }])
})

function createRecordingHost(asked: HttpRequest[]): Host {
  return {
    request: async (request) => {
      asked.push(request)
      return { status: 200, headers: {}, body: '{}' }
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
}
