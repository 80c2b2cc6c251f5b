// The requests, byte for byte: H5 as recorded from a vendor's script, mini-program as derived (protocol.md §9).
import { createWx, type Host, type HttpRequest } from '@local-number/weapp-runtime/node'
import recorded from '../../../protocol/test/vectors/https-edition.json'
import { createHttpsH5Sdk, createHttpsMiniProgramSdk } from '../../src/https'
import { createHttpsH5Platform } from '../../src/https/h5'
import { createHttpsMiniProgramPlatform } from '../../src/https/miniprogram'
import { createHttpsSdk } from '../../src/https/sdk'
import { createHttpsYdrz } from '../../src/https/ydrz'

const TOKEN = 'H5HTTPS0123456789ABCDEF0123456789ABCDEF'
const ANSWER = JSON.stringify({ header: {}, body: { resultCode: '103000', resultDesc: 'success', token: TOKEN } })

type H5Vector = (typeof recorded.h5)[number]

/** A browser whose requests are kept as they leave. */
function openBrowser({ input }: H5Vector, more: object = {}) {
  const sent: { url: string; method: string; headers: object; body: string }[] = []
  const send = async (url: string, { method, headers, body }: RequestInit) => {
    sent.push({ url, method: String(method), headers: headers as object, body: String(body) })
    return new Response(ANSWER)
  }
  const browser = {
    navigator: { onLine: true, ...input.navigator, ...more },
    screen: input.screen,
    fetch: send as typeof fetch,
  }
  return { browser, sent }
}

const readH5Fields = ({ output: { url, method, headers, body } }: H5Vector) => ({
  url,
  method: method.toUpperCase(),
  headers,
  body: JSON.stringify(body),
})

describe.each(recorded.h5.map((vector) => [vector.name, vector] as const))('in H5, %s', (_name, vector) => {
  const { input, output } = vector

  test('the SDK sends the recorded request, with the ids and the sign of the business server', async () => {
    const { browser, sent } = openBrowser(vector)
    const attempt = createHttpsH5Sdk(browser).createAttempt({ appId: input.appId })
    const { traceId, timestamp, version } = output.body
    const grant = await attempt.requestToken({ ids: { traceId, timestamp, version }, sign: output.body.sign })
    expect(sent).toEqual([readH5Fields(vector)])
    expect(grant).toEqual({ token: TOKEN, userInformation: output.callback.userInformation })
  })

  test('the YDRZ object makes the recorded pre-sign, request and callback', async () => {
    const { browser, sent } = openBrowser(vector)
    const drawn = [...input.traceId].map((letter) => Number.parseInt(letter, 32))
    const ydrz = createHttpsYdrz({
      ...createHttpsH5Platform(browser),
      now: () => input.epochMs,
      utcOffset: () => -input.timezoneOffset,
      random32: () => drawn.shift() ?? 0,
    })
    expect(ydrz.getSign(input.appId, input.version)).toBe(output.preSign)
    const result = await new Promise((success, error) => {
      const data = { appId: input.appId, version: input.version, isTest: '1', sign: output.body.sign }
      ydrz.getTokenInfo({ data, success, error })
    })
    expect(sent).toEqual([readH5Fields(vector)])
    expect(result).toEqual(output.callback)
  })
})

test('a browser that has a cpuClass hashes it in place of undefined', async () => {
  const vector = recorded.h5[0]!
  const readUserInformation = (more: object) =>
    createHttpsH5Platform(openBrowser(vector, more).browser).userInformation(-480)
  expect(readUserInformation({ cpuClass: undefined })).toBe(vector.output.body.userInformation)
  expect(readUserInformation({ cpuClass: 'undefined' })).toBe(vector.output.body.userInformation)
  expect(readUserInformation({ cpuClass: 'x86' })).not.toBe(vector.output.body.userInformation)
})

test('the request of a browser is CORS-simple: plain text, no further header', async () => {
  const { browser, sent } = openBrowser(recorded.h5[0]!)
  const requests: Request[] = []
  const page = {
    ...browser,
    fetch: (async (url: string, init: RequestInit) => {
      requests.push(new Request(url, init))
      return browser.fetch(url, init)
    }) as typeof fetch,
  }
  const { traceId, timestamp, version } = recorded.h5[0]!.output.body
  const attempt = createHttpsH5Sdk(page).createAttempt({ appId: '300011877495' })
  await attempt.requestToken({ ids: { traceId, timestamp, version }, sign: 'S' })
  expect(sent).toHaveLength(1)
  const headers: string[] = []
  requests[0]?.headers.forEach((value, name) => void headers.push(`${name}: ${value}`))
  expect(headers).toEqual(['content-type: text/plain;charset=UTF-8'])
})

/** A phone's `wx` whose requests are kept as they leave. */
function openWx(options: { appId: string; systemInfo: Readonly<Record<string, unknown>> }) {
  const sent: HttpRequest[] = []
  const host: Host = {
    request: async (request) => {
      sent.push(request)
      return { status: 200, headers: {}, body: ANSWER }
    },
    abort: () => undefined,
    callFunction: async () => null,
  }
  return { wx: createWx({ host, ...options }).wx, sent }
}

describe.each(recorded.miniProgram.map((vector) => [vector.name, vector] as const))(
  'in a mini-program, %s',
  (_name, { input, output }) => {
    test('the SDK sends the derived request, with the ids and the sign of the business server', async () => {
      const { wx, sent } = openWx({ appId: input.wxappid, systemInfo: input.systemInfo })
      const platform = { ...createHttpsMiniProgramPlatform(wx), utcOffset: () => -input.timezoneOffset }
      const attempt = createHttpsSdk(platform).createAttempt({ appId: input.appId })
      const { traceId, timestamp, version } = input
      await attempt.requestToken({ ids: { traceId, timestamp, version }, sign: output.body.sign })
      expect(sent).toHaveLength(1)
      expect(sent[0]).toMatchObject({ url: output.url, method: 'POST', body: JSON.stringify(output.body) })
      const { referer: _referer, ...headers } = sent[0]!.headers
      expect(headers).toEqual(output.header)
    })
  },
)

test('further extension parameters follow callType', async () => {
  const { wx, sent } = openWx({ appId: 'wx10a00cf000000000', systemInfo: {} })
  const attempt = createHttpsMiniProgramSdk(wx).createAttempt({ appId: '300011877495', expandParams: 'a=1|b=2' })
  const { traceId, timestamp, version } = recorded.miniProgram[0]!.input
  await attempt.requestToken({ ids: { traceId, timestamp, version }, sign: 'S' })
  expect(JSON.parse(sent[0]!.body ?? '')).toMatchObject({ expandParams: 'callType=6006|a=1|b=2' })
})
