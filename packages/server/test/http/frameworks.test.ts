// The API in each framework, mounted as its documentation says. The rules in full are in `api.test.ts`.
import { gzipSync } from 'node:zlib'
import { TRACE_ID } from '@local-number/protocol'
import { createTraceId } from '../../src'
import { type Business, createId, createPreSign, createSession, PHONE, startBusiness } from '../support/business'
import { HOSTS } from '../support/hosts'
import { startExpress, trustProxy } from '../support/hosts/express'
import type { Host } from '../support/hosts/host'
import { startKoa } from '../support/hosts/koa'

const SIGN = '/api/local-number/sign'
const VERIFY = '/api/local-number/verify'
const JWKS = '/api/local-number/jwks.json'

const JSON_TYPE = { 'content-type': 'application/json' }

let business: Business
let host: Host

beforeEach(async () => {
  business = await startBusiness()
})

afterEach(async () => {
  await host.close()
  await business.stop()
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  host.send(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) })

const signRequest = () => ({
  preSign: createPreSign(business.clock.ms),
  consent: { version: '2026-01' },
  session: createSession(),
})
const verifyRequest = (attemptId: string) => ({ attemptId, phone: PHONE, token: createId(), userInformation: 'ZQ' })

async function read(response: Response) {
  return { status: response.status, body: Object(await response.json()), headers: response.headers }
}

describe.each(HOSTS)('in $name', ({ start, hasParser }) => {
  beforeEach(async () => {
    host = await start(business.server)
  })

  it('a login is sign and verify under one trace id, and stays out of caches', async () => {
    const traceId = createTraceId()
    const signed = await read(await post(SIGN, signRequest(), { 'x-trace-id': traceId }))
    expect(signed).toMatchObject({ status: 200, body: { sign: expect.any(String), traceId } })
    const verified = await read(await post(VERIFY, verifyRequest(signed.body.attemptId)))
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', traceId } })
    for (const { headers } of [signed, verified]) {
      expect(headers.get('x-trace-id')).toBe(traceId)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    }
  })

  it('an attempt that is spent is refused', async () => {
    const { body } = await read(await post(SIGN, signRequest()))
    await post(VERIFY, verifyRequest(body.attemptId))
    const { status, body: refused } = await read(await post(VERIFY, verifyRequest(body.attemptId)))
    expect({ status, code: refused.code }).toEqual({ status: 409, code: 'attemptSpent' })
  })

  it('a compressed body is read', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
    const body = gzipSync(JSON.stringify(signRequest()))
    expect((await host.send(SIGN, { method: 'POST', headers, body })).status).toBe(200)
  })

  const toJson = (bytes: number) => JSON.stringify({ preSign: ' '.repeat(bytes) })

  it.each<[string, number, string, string, RequestInit]>([
    ['a form', 415, 'contentTypeNotJson', SIGN, { body: new URLSearchParams({ a: '1' }) }],
    ['a body without a type', 415, 'contentTypeNotJson', SIGN, { body: Buffer.from('{}') }],
    ['no body', 400, 'requestMalformed', SIGN, { headers: JSON_TYPE }],
    ['the wrong shape', 400, 'requestMalformed', VERIFY, { headers: JSON_TYPE, body: '{}' }],
    ['more than 16 kB', 413, 'bodyTooLarge', SIGN, { headers: JSON_TYPE, body: toJson(17_000) }],
    ['the wrong method', 405, 'methodNotAllowed', SIGN, { method: 'PUT', headers: JSON_TYPE, body: '{}' }],
    ['an unknown address', 404, 'notFound', '/api/local-number/none', { headers: JSON_TYPE, body: '{}' }],
    ['a slash at the end', 404, 'notFound', `${SIGN}/`, { headers: JSON_TYPE, body: '{}' }],
    ['another case', 404, 'notFound', SIGN.replace('sign', 'SIGN'), { headers: JSON_TYPE, body: '{}' }],
  ])('%s is refused: %i %s', async (_, status, code, path, init) => {
    const refused = await read(await host.send(path, { method: 'POST', ...init }))
    expect(refused).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(refused.body.traceId).toMatch(TRACE_ID)
    expect(refused.headers.get('x-trace-id')).toBe(refused.body.traceId)
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect(refused.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
  })

  if (!hasParser) {
    it('malformed JSON is refused, without a word of it', async () => {
      const init = { method: 'POST', headers: JSON_TYPE, body: `{"phone":"${PHONE}"` }
      const { status, body } = await read(await host.send(VERIFY, init))
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'jsonMalformed' })
      expect(JSON.stringify(body)).not.toContain(PHONE)
    })
  }

  it('the key of the tickets is published', async () => {
    const { body, headers } = await read(await host.send(JWKS))
    expect(body).toEqual(await business.server.jwks())
    expect(headers.get('cache-control')).toBe('public, max-age=240')
    const head = await host.send(JWKS, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('OPTIONS is answered with the methods', async () => {
    const { status, headers } = await host.send(SIGN, { method: 'OPTIONS' })
    expect([status, headers.get('allow')]).toEqual([204, 'POST'])
  })

  it.each(['/own', '/none', '/', '/api/local-number', '/API/local-number/sign', '/api/local-numbers'])(
    'the address %s is the app’s own',
    async (path) => {
      const sent = { preSign: 'the app’s own' }
      const response = await post(path, sent, { 'x-trace-id': createTraceId() })
      expect(response.status).toBe(path === '/own' ? 200 : 404)
      for (const name of ['x-trace-id', 'cache-control', 'allow']) expect(response.headers.get(name)).toBeNull()
      const text = await response.text()
      if (path === '/own') expect(JSON.parse(text)).toEqual({ own: sent })
      else expect(text).not.toContain('notFound')
    },
  )

  it('the server learns the client’s address and the site, not what a client claims', async () => {
    const sign = jest.spyOn(business.server, 'sign')
    const traceId = createTraceId()
    const forwarded = { 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7' }
    await post(SIGN, signRequest(), { ...forwarded, 'x-trace-id': traceId, origin: 'https://shop.example.com' })
    const facts = { traceId, address: '127.0.0.1', origin: 'https://shop.example.com' }
    expect(sign.mock.lastCall?.[1]).toMatchObject(facts)
  })
})

describe('behind a proxy that the app trusts', () => {
  it.each([
    ['Koa', startKoa({ proxy: true, maxIpsCount: 1 })],
    ['Express', startExpress(trustProxy)],
  ])('%s passes on the client’s address, and not what the client claims', async (_, start) => {
    host = await start(business.server)
    const sign = jest.spyOn(business.server, 'sign')
    await post(SIGN, signRequest(), { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' })
    expect(sign.mock.lastCall?.[1]).toMatchObject({ address: '203.0.113.7' })
  })
})
