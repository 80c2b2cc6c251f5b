// Every rule of the API over HTTP, once. `frameworks.test.ts` mounts it in all frameworks.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { EDITION_NAMES, TRACE_ID } from '@local-number/protocol'
import Koa from 'koa'
import { createTraceId, type Log, type LogFields, ServerError } from '../../src'
import { localNumber } from '../../src/koa'
import {
  type Business,
  createId,
  createPreSign,
  createSession,
  createWrongNumber,
  PHONE,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

const SIGN = '/api/local-number/sign'
const CONSENT = '/api/local-number/consent'
const VERIFY = '/api/local-number/verify'
const JWKS = '/api/local-number/jwks.json'

let business: Business
let http: Server
let origin: string
const lines: { level: string; fields: LogFields; message: string }[] = []
const at = (level: string) => (fields: LogFields, message: string) => void lines.push({ level, fields, message })
const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }

beforeEach(async () => {
  lines.length = 0
  business = await startBusiness({ log, editions: EDITION_NAMES })
  const app = new Koa()
  app.use(localNumber(business.server).routes())
  http = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})

afterEach(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
  await business.stop()
})

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(`${origin}${path}`, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const signRequest = () => ({
  preSign: createPreSign(business.clock.ms),
  consent: { version: '2026-01' },
  session: createSession(),
})
const verifyRequest = (attemptId: string) => ({
  attemptId,
  phone: PHONE,
  token: `token${createId()}`,
  userInformation: 'ZQ%3D%3D',
})

describe('an address of the API', () => {
  it.each([
    [SIGN, 'POST'],
    [JWKS, 'GET, HEAD'],
  ])('%s answers OPTIONS with its methods', async (path, allow) => {
    const { status, headers, body } = await send(path, { method: 'OPTIONS' })
    expect({ status, body, allow: headers.get('allow') }).toEqual({ status: 204, body: null, allow })
  })

  it('may be asked with a query', async () => {
    expect((await post(`${SIGN}?t=1`, signRequest())).status).toBe(200)
  })
})

describe('a login', () => {
  it('whose signature came before the tap sends its receipt between sign and verify', async () => {
    const trace = createTraceId()
    const sign = { edition: 'httpsMiniProgram', session: createSession() }
    const { attemptId } = (await post(SIGN, sign, { 'x-trace-id': trace })).body
    expect(await post(VERIFY, verifyRequest(attemptId))).toMatchObject({
      status: 403,
      body: { code: 'consentRequired' },
    })
    const agreed = await post(CONSENT, { attemptId, consent: { version: '2026-01' } })
    expect(agreed).toMatchObject({ status: 200, body: { traceId: trace } })
    expect([agreed.headers.get('x-trace-id'), agreed.headers.get('cache-control')]).toEqual([trace, 'no-store'])
    expect(await post(VERIFY, verifyRequest(attemptId))).toMatchObject({ status: 200, body: { outcome: 'verified' } })
  })

  it('is sign and verify under one trace id', async () => {
    const trace = createTraceId()
    const signed = await post(SIGN, signRequest(), { 'x-trace-id': trace })
    expect(signed).toMatchObject({
      status: 200,
      body: { traceId: trace, sign: expect.any(String), attemptId: expect.any(String) },
    })
    expect(signed.headers.get('x-trace-id')).toBe(trace)

    const verified = await post(VERIFY, verifyRequest(signed.body.attemptId), { 'x-trace-id': createTraceId() })
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', code: '000', traceId: trace } })
    expect(verified.headers.get('x-trace-id')).toBe(trace)
  })

  it.each(['httpsMiniProgram', 'httpsH5'])('in the edition %s is the same, with ids in the answer', async (edition) => {
    const { preSign: _, ...rest } = signRequest()
    const trace = createTraceId()
    const signed = await post(SIGN, { ...rest, edition }, { 'x-trace-id': trace })
    expect(signed).toMatchObject({
      status: 200,
      body: { ids: { traceId: expect.stringMatching(/^[0-9A-V]{32}$/), version: '1.0' }, traceId: trace },
    })
    expect(signed.headers.get('cache-control')).toBe('no-store')
    const verified = await post(VERIFY, verifyRequest(signed.body.attemptId))
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', traceId: trace } })
  })

  it('gets a new trace id if it sends none, and stays out of caches', async () => {
    const { body, headers } = await post(SIGN, signRequest())
    expect(body.traceId).toMatch(TRACE_ID)
    expect(headers.get('x-trace-id')).toBe(body.traceId)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('publishes the public key of its tickets', async () => {
    const { body, headers } = await send(JWKS)
    expect(body).toEqual(await business.server.jwks())
    expect(headers.get('cache-control')).toBe('public, max-age=240')
  })
})

describe('a refusal has code, message and trace id', () => {
  const json = { 'content-type': 'application/json' }
  const tooLarge = JSON.stringify({ preSign: 'x'.repeat(17_000) })

  it.each<[string, number, string, string, RequestInit]>([
    ['a form', 415, 'contentTypeNotJson', SIGN, { method: 'POST', body: new URLSearchParams({ a: '1' }) }],
    ['plain text', 415, 'contentTypeNotJson', VERIFY, { method: 'POST', body: '{}' }],
    ['no body', 415, 'contentTypeNotJson', SIGN, { method: 'POST' }],
    ['broken JSON', 400, 'jsonMalformed', SIGN, { method: 'POST', headers: json, body: '{"preSign":' }],
    ['no body of JSON', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json }],
    ['an empty body of JSON', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json, body: ' ' }],
    ['null', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json, body: 'null' }],
    ['a JSON number', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json, body: '1' }],
    [
      'a poisoned prototype within',
      400,
      'jsonMalformed',
      SIGN,
      { method: 'POST', headers: json, body: '[{"__proto__":1}]' },
    ],
    ['JSON that is not an object', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json, body: '"text"' }],
    ['a poisoned prototype', 400, 'jsonMalformed', SIGN, { method: 'POST', headers: json, body: '{"__proto__":{}}' }],
    ['more than 16 kB', 413, 'bodyTooLarge', SIGN, { method: 'POST', headers: json, body: tooLarge }],
    ['the wrong shape', 400, 'requestMalformed', VERIFY, { method: 'POST', headers: json, body: '{}' }],
    ['no pre-sign', 400, 'requestMalformed', SIGN, { method: 'POST', headers: json, body: '{}' }],
    ['a list', 400, 'requestMalformed', VERIFY, { method: 'POST', headers: json, body: '[]' }],
    ['the wrong method', 405, 'methodNotAllowed', SIGN, { method: 'GET' }],
    ['an unknown method', 405, 'methodNotAllowed', SIGN, { method: 'PROPFIND' }],
    ['another address', 404, 'notFound', '/api/local-number/', { method: 'POST' }],
    ['a slash at the end', 404, 'notFound', `${SIGN}/`, { method: 'POST', headers: json, body: '{}' }],
    ['another case', 404, 'notFound', SIGN.replace('sign', 'Sign'), { method: 'POST', headers: json, body: '{}' }],
    [
      'an escaped letter',
      404,
      'notFound',
      SIGN.replace('sign', '%73ign'),
      { method: 'POST', headers: json, body: '{}' },
    ],
  ])('for %s: %i %s', async (_, status, code, path, init) => {
    const refused = await send(path, init)
    expect(refused).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(Object.keys(refused.body).sort()).toEqual(['code', 'message', 'traceId'])
    expect(refused.headers.get('x-trace-id')).toBe(refused.body.traceId)
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  it('and says that a body is missing, not its type', async () => {
    const { body } = await send(SIGN, { method: 'POST', headers: json })
    expect(body.message).toContain('(the body is missing)')
  })

  it.each([
    [SIGN, 'PUT', 'POST'],
    [JWKS, 'POST', 'GET, HEAD'],
  ])('and names the supported methods of %s', async (path, method, allow) => {
    expect((await send(path, { method })).headers.get('allow')).toBe(allow)
  })

  it('for both a pre-sign and an edition: 400 requestMalformed, with the way out', async () => {
    const { status, body } = await post(SIGN, { ...signRequest(), edition: 'httpsH5' })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'requestMalformed' })
    expect(body.message).toContain('send either preSign or edition')
  })

  it('for an attempt that is spent', async () => {
    const { body } = await post(SIGN, signRequest())
    await post(VERIFY, verifyRequest(body.attemptId))
    expect(await post(VERIFY, verifyRequest(body.attemptId))).toMatchObject({
      status: 409,
      body: { code: 'attemptSpent' },
    })
  })
})

describe('a content-encoding that is no compression', () => {
  it.each(['UTF-8', 'zstd', 'base64', 'p138-0013-8000', PHONE, 'gzip, gzip', 'a'.repeat(100), '<script>', '__proto__'])(
    'is refused with the supported ones, and never repeated: %s',
    async (encoding) => {
      const { status, body } = await post(SIGN, signRequest(), { 'content-encoding': encoding })
      expect({ status, code: body.code }).toEqual({ status: 415, code: 'contentEncodingUnsupported' })
      expect(body.message).toContain('(supported: gzip, deflate, br)')
      expect(body.message).not.toContain(`: ${encoding})`)
    },
  )

  it.each<[string, (body: string) => Buffer | string]>([
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['gzip, identity', gzipSync],
    ['Identity', String],
    ['identity, identity', String],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['Br', brotliCompressSync],
  ])('is accepted: %s', async (encoding, write) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    const body = write(JSON.stringify(signRequest()))
    expect((await send(SIGN, { method: 'POST', headers, body })).status).toBe(200)
  })

  it('may be identity, and a compressed body is read', async () => {
    expect((await post(SIGN, signRequest(), { 'content-encoding': 'identity' })).status).toBe(200)
    const init = { method: 'POST', body: gzipSync(JSON.stringify(signRequest())) }
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect((await send(SIGN, { ...init, headers })).status).toBe(200)
  })
})

describe('a refusal carries what the page can act on', () => {
  it('the server’s time with a pre-sign outside the window', async () => {
    const preSign = createPreSign(business.clock.ms - 600_000)
    const { status, body } = await post(SIGN, { ...signRequest(), preSign })
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        code: 'preSignOutsideWindow',
        message: expect.stringContaining('(±120 s)'),
        traceId: expect.any(String),
        serverTime: business.clock.ms,
      },
    })
  })

  it('the waiting time and the limit with an exhausted session', async () => {
    business.platform.answerWith(answerCode('001'))
    const session = createSession()
    for (let wrong = 0; wrong < 5; wrong += 1) await business.login(session, createWrongNumber(wrong))
    expect(await post(SIGN, { ...signRequest(), session })).toMatchObject({
      status: 429,
      body: { code: 'attemptsExhausted', retryAfterMs: 86_400_000, reason: 'wrongNumbersPerSession' },
    })
  })
})

describe('an unexpected error', () => {
  const rejectWith = (error: Error) => jest.spyOn(business.server, 'verify').mockRejectedValueOnce(error)

  it('is internal to the client and logged in full', async () => {
    rejectWith(new Error('redis://:password@cache is down'))
    const { status, body } = await post(VERIFY, verifyRequest('a'.repeat(43)))
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(JSON.stringify(body)).not.toContain('redis')
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { traceId: body.traceId, code: 'internal' } })
    expect(JSON.stringify(lines.at(-1))).toContain('redis')
  })

  it('of the setup is internal to the client', async () => {
    rejectWith(new ServerError('optionUnusable', { detail: 'hashSecret is missing' }))
    const { status, body } = await post(VERIFY, verifyRequest('a'.repeat(43)))
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(body.message).not.toContain('hashSecret')
  })

  it('is logged without a phone number', async () => {
    rejectWith(new Error(`no row for ${PHONE}`))
    await post(VERIFY, verifyRequest('a'.repeat(43)))
    expect(JSON.stringify(lines.at(-1))).toContain('no row for 138****8000')
  })
})

it('no part of a malformed body is logged', async () => {
  await post(VERIFY, `{"phone":"${PHONE}","token":"secret-token" oops`)
  expect(lines).not.toHaveLength(0)
  expect(JSON.stringify(lines)).not.toMatch(/13800138000|secret-token/)
})
