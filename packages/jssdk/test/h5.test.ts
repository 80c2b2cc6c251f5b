import {
  type BrowserLike,
  canRetrieveNumber,
  createFetchTransport,
  createH5Platform,
  createH5Sdk,
  createH5Ydrz,
} from '../src/h5'
import { APP_ID, parseQuery } from './stand-ins'

function browser(overrides: Partial<BrowserLike> = {}): BrowserLike {
  return {
    location: { protocol: 'http:', origin: 'http://shop.test', pathname: '/login' },
    navigator: { userAgent: 'Mozilla/5.0 测试', language: 'zh-CN', onLine: true },
    screen: { width: 390, height: 844, colorDepth: 24 },
    fetch: () => Promise.reject(new Error('no network in this test')),
    ...overrides,
  }
}

const navigator = (connection?: { type?: string }, onLine = true) => ({
  navigator: { userAgent: '', language: '', onLine, connection },
})

describe('the H5 edition', () => {
  test('creates ids of 32 characters, so that a pre-sign has one reading', () => {
    const { preSign } = createH5Sdk(browser()).createAttempt({ appId: APP_ID })
    expect(preSign).toMatch(/^\d{12}[0-9A-V]{32}\d{17}[0-9A-V]{32}1\.2$/)
  })

  test('sends neither wxappid nor callType', () => {
    const query = parseQuery(createH5Sdk(browser()).createAttempt({ appId: APP_ID }).image.src)
    expect(query.has('wxappid')).toBe(false)
    expect(query.get('expandParams')).toBe('')
  })

  test('sends the page’s origin as referer, which the H5 platform requires', () => {
    expect(createH5Sdk(browser()).createAttempt({ appId: APP_ID }).image.referrerPolicy).toBe('origin')
  })

  test('puts page, browser, screen and time zone into the fingerprint', () => {
    const url = createH5Ydrz(browser()).getImgSrc({ appId: APP_ID })
    const encoded = Buffer.from(parseQuery(url).get('userInformation') ?? '', 'base64').toString()
    expect(decodeURIComponent(encoded).split('@@').slice(0, 4)).toEqual([
      'http://shop.test/login',
      'Mozilla/5.0 测试',
      'zh-CN',
      '390x844x24',
    ])
  })

  test.each([
    ['wifi', navigator({ type: 'wifi' })],
    ['none', navigator({ type: 'none' })],
    ['none', navigator({ type: 'wifi' }, false)],
    ['unknown', navigator({ type: 'cellular' })],
    ['unknown', navigator({ type: 'ethernet' })],
    ['unknown', navigator()],
  ])('reads the network type %s from %j', async (expected, overrides) => {
    await expect(createH5Platform(browser(overrides)).networkType()).resolves.toBe(expected)
  })
})

test('the token request is CORS-simple, so that no browser sends a preflight for it', async () => {
  const requests: Request[] = []
  const page = browser({
    fetch: async (input, init) => {
      requests.push(new Request(input as string, init))
      return new Response('{"header":{"resultCode":"000000"},"body":{"token":"T"}}')
    },
  })
  await createH5Sdk(page).createAttempt({ appId: APP_ID }).requestToken('S')
  const [request] = requests
  expect(request?.method).toBe('POST')
  const headers: string[] = []
  request?.headers.forEach((value, name) => void headers.push(`${name}: ${value}`))
  expect(headers).toEqual(['content-type: text/plain;charset=UTF-8'])
  expect(JSON.parse((await request?.text()) ?? '')).toMatchObject({ header: { appId: APP_ID } })
})

describe('an https page', () => {
  const page = (protocol: string) => ({ location: { protocol, origin: '', pathname: '' } })

  test.each([
    ['http:', 'http://www.cmpassport.com', true],
    ['https:', 'http://www.cmpassport.com', false],
    ['https:', 'https://www.cmpassport.com', true],
  ])('with protocol %s and image origin %s can retrieve a number: %s', (protocol, origin, expected) => {
    expect(canRetrieveNumber(page(protocol), origin)).toBe(expected)
  })
})

test('each request uses the page’s fetch of that moment, called on the window', async () => {
  const page = { ...browser() } as { -readonly [K in keyof BrowserLike]: BrowserLike[K] }
  const attempt = createH5Sdk(page).createAttempt({ appId: APP_ID })
  let calledOn: unknown
  page.fetch = async function (this: unknown) {
    calledOn = this
    return new Response('{"header":{"resultCode":"000000"},"body":{"token":"T"}}')
  }
  await expect(attempt.requestToken('S')).resolves.toMatchObject({ token: 'T' })
  expect(calledOn).toBe(page)
})

describe('fetch as a transport', () => {
  const post = (response: Response) =>
    createFetchTransport(async () => response)({
      url: 'http://x.test/',
      body: {},
      signal: new AbortController().signal,
    })

  test('parses JSON under any content type', async () => {
    await expect(post(new Response('{"a":1}', { headers: { 'content-type': 'text/plain' } }))).resolves.toEqual({
      status: 200,
      body: { a: 1 },
    })
  })

  test('passes on an answer that is not JSON as text', async () => {
    await expect(post(new Response('<html>', { status: 502 }))).resolves.toEqual({ status: 502, body: '<html>' })
  })

  test.each([
    ['a byte order mark', '\ufeff{"a":1}', { a: 1 }],
    ['line and paragraph separators', '{"a":"\u2028\u2029"}', { a: '\u2028\u2029' }],
    ['white space around it', ' \r\n{"a":1}\n', { a: 1 }],
  ])('parses JSON with %s', async (_, text, body) => {
    await expect(post(new Response(text))).resolves.toEqual({ status: 200, body })
  })

  test('sends JSON, the caller’s headers and no cookies', async () => {
    const send = jest.fn(async () => new Response('{}'))
    const { signal } = new AbortController()
    await createFetchTransport(send as unknown as typeof fetch)({
      url: 'http://x.test/',
      body: { a: 1 },
      headers: { 'x-trace-id': 't' },
      signal,
    })
    expect(send).toHaveBeenCalledWith('http://x.test/', {
      method: 'POST',
      headers: { 'x-trace-id': 't' },
      body: '{"a":1}',
      credentials: 'omit',
      signal,
    })
  })
})
