import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemoryOnceStore, createTicketChecker } from '@local-number/server/ticket'
import { createId, createPreSign, createSession, PHONE } from '../../../packages/server/test/support/business'
import { answerCode, type PlatformStandIn } from '../../../packages/server/test/support/platform-stand-in'
import { type Backend, loadConfig, startBackend } from '../src'
import { type Running, startWithPlatform } from './support/backend'
import { environment } from './support/environment'

const SITE = 'https://shop.example.com'

let platform: PlatformStandIn
let backend: Backend
let log: Running['log']
let close: Running['close']

beforeEach(async () => {
  const env = { LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram,httpsH5', ALLOWED_ORIGINS: SITE }
  ;({ platform, backend, log, close } = await startWithPlatform(env))
})

afterEach(() => close())

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json', origin: SITE }
  const response = await fetch(`${backend.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: Object(await response.json()) }
}

const sign = (subject: object = { preSign: createPreSign(Date.now()) }) =>
  post('/api/local-number/sign', { ...subject, consent: { version: '1' }, session: createSession() })

const token = `token${createId()}`
const verify = (attemptId: string) =>
  post('/api/local-number/verify', { attemptId, phone: PHONE, token, userInformation: 'ZQ%3D%3D' })

async function login(subject?: object) {
  const signed = await sign(subject)
  return { signed, verified: await verify(signed.body.attemptId) }
}

describe('the backend', () => {
  it('logs a user in with a ticket that another backend accepts', async () => {
    const { signed, verified } = await login()
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', traceId: signed.body.traceId } })
    const checker = createTicketChecker({
      key: { jwks: `${backend.url}/api/local-number/jwks.json` },
      issuer: 'local-number',
      audience: 'local-number',
      spent: createMemoryOnceStore(),
    })
    expect(await checker.check(verified.body.ticket)).toMatchObject({ phoneNumber: `+86${PHONE}` })
  })

  it.each([
    ['httpsMiniProgram', '5'],
    ['httpsH5', '1'],
  ])('logs a user in with the edition %s, whose sign the platform would accept', async (edition, businessType) => {
    const { signed, verified } = await login({ edition })
    const { traceId, timestamp, version } = signed.body.ids
    const text = [environment.LOCAL_NUMBER_APP_ID, businessType, traceId, timestamp, traceId, version].join('')
    const appKey = environment.LOCAL_NUMBER_APP_KEY
    expect(signed.body.sign).toBe(createHash('md5').update(`${text}${appKey}`).digest('hex'))
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', traceId: signed.body.traceId } })
    expect(log.lines.join('')).not.toContain(signed.body.sign)
  })

  it('names the setting that enables an edition', async () => {
    const closed = await startBackend(loadConfig(environment), { logTo: log })
    const response = await fetch(`${closed.url}/api/local-number/sign`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ edition: 'httpsH5', consent: { version: '1' }, session: createSession() }),
    })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'requestMalformed', message: expect.stringContaining('add httpsH5 to LOCAL_NUMBER_EDITIONS') },
    ])
    await closed.close()
  })

  it('answers /healthz with 200', async () => {
    const response = await fetch(`${backend.url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    expect((await fetch(`${backend.url}/healthz`, { method: 'HEAD' })).status).toBe(200)
  })

  it('answers unknown addresses in its error shape', async () => {
    const response = await fetch(`${backend.url}/`)
    const body = Object(await response.json())
    expect([response.status, body]).toMatchObject([404, { code: 'notFound' }])
    expect(response.headers.get('x-trace-id')).toBe(body.traceId)
    const lines = log.lines.map((line) => JSON.parse(line)).filter(({ traceId }) => traceId === body.traceId)
    expect(lines.map(({ msg, status }) => [msg, status])).toEqual([
      ['request refused', 404],
      ['request', 404],
    ])
  })

  it('sends security headers', async () => {
    const { headers } = await sign()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

describe('limits', () => {
  it('are told with every signature, and with the refusal of one too many', async () => {
    const limited = await startBackend(loadConfig({ ...environment, LOCAL_NUMBER_SIGNS_PER_IPV4: '2' }), { logTo: log })
    const ask = () =>
      fetch(`${limited.url}/api/local-number/sign`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          preSign: createPreSign(Date.now()),
          consent: { version: '1' },
          session: createSession(),
        }),
      })
    const first = await ask()
    expect(first.status).toBe(200)
    expect(first.headers.get('ratelimit-policy')).toBe('"signsPerIpv4";q=2;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"signsPerIpv4";r=1;t=\d+$/)
    await ask()
    const refused = await ask()
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { code: 'rateLimited', reason: 'signsPerIpv4', retryAfterMs: expect.any(Number) },
    ])
    expect(refused.headers.get('retry-after')).toMatch(/^[1-6]?\d$/)
    await limited.close()
  })
})

describe('a page of another site', () => {
  const preflight = (origin: string) =>
    fetch(`${backend.url}/api/local-number/sign`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-trace-id',
      },
    })

  it('may call if it is listed, and read the trace id', async () => {
    const { status, headers } = await preflight(SITE)
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(SITE)
    // The app may send headers of its own, such as an authorization: `api.headers` of the component.
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,x-trace-id')
    const answer = await sign()
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE)
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'x-trace-id,retry-after,ratelimit,ratelimit-policy',
    )
  })

  it('may read a refusal if it is listed', async () => {
    const refused = await verify('a'.repeat(43))
    expect(refused.status).toBe(409)
    expect(refused.headers.get('access-control-allow-origin')).toBe(SITE)
  })

  it('may not call if it is not listed', async () => {
    const { headers } = await preflight('https://evil.example.com')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const response = await fetch(`${backend.url}/api/local-number/sign`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example.com' },
      body: '{}',
    })
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'originNotAllowed' }])
  })
})

describe('the log of whole logins', () => {
  it('holds no phone number, token, signature, key or ticket', async () => {
    const { signed, verified } = await login()
    platform.answerWith(answerCode('001'))
    await login()
    platform.answerWith(answerCode('110004'))
    await login()
    platform.answerWith((_, response) => void response.destroy())
    await login()
    await fetch(`${backend.url}/no/such/${PHONE}?phone=${PHONE}`)
    await post('/api/local-number/verify', { attemptId: '?', phone: PHONE, token, userInformation: '' })

    const text = log.lines.join('')
    expect(log.lines.length).toBeGreaterThan(12)
    for (const line of log.lines) JSON.parse(line)
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
    const { attemptId, sign: signature } = signed.body
    const { phoneNum, sign: verifySignature } = platform.requests[0]!.message.body
    const secrets = [
      [PHONE, token, attemptId, signature, verified.body.ticket, phoneNum, verifySignature],
      [environment.LOCAL_NUMBER_APP_KEY, environment.LOCAL_NUMBER_HASH_SECRET],
      [environment.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY, environment.LOCAL_NUMBER_TICKET_PRIVATE_KEY],
    ].flat()
    for (const secret of secrets) expect(text.includes(secret)).toBe(false)
  })

  it('holds all lines of one login under its trace id', async () => {
    platform.answerWith(answerCode('110004'))
    const { signed } = await login()
    const lines = log.lines.map((line) => JSON.parse(line)).filter(({ traceId }) => traceId === signed.body.traceId)
    expect(lines.map(({ msg }) => msg)).toEqual([
      'the user agreed to the terms',
      'request',
      'the platform gave no verdict',
      'request',
    ])
    expect(lines[2]).toMatchObject({ code: '110004', meaning: 'verify.110004', actor: 'integrator' })
  })
})

/** While the service is stopping and still listens, it says so. */
async function isNotReady(response: Response): Promise<boolean> {
  expect([response.status, await response.json()]).toEqual([503, { status: 'stopping' }])
  expect(response.headers.get('connection')).toBe('close')
  return false
}

describe('starting and stopping', () => {
  it('names a taken port and the variable that sets it', async () => {
    const { port } = new URL(backend.url)
    const config = loadConfig({ ...environment, PORT: port })
    await expect(startBackend(config, { logTo: log })).rejects.toMatchObject({
      code: 'portTaken',
      message: `port ${port} on 127.0.0.1 is taken: stop the program that uses it, or set PORT to another port`,
    })
  })

  it('refuses a host that is not an address of this machine', async () => {
    const config = loadConfig({ ...environment, HOST: '192.0.2.1' })
    await expect(startBackend(config, { logTo: log })).rejects.toMatchObject({ code: 'hostUnusable' })
  })

  it('logs the warnings of the configuration', async () => {
    const config = { ...loadConfig(environment), warnings: ['check this setting'] }
    const other = await startBackend(config, { logTo: log })
    await other.close()
    expect(log.lines.join('')).toContain('check this setting')
  })

  it('lets a running request finish and accepts no new one', async () => {
    let answer: () => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      platform.answerWith((message, response) => {
        answer = () => void answerCode('000')(message, response)
        resolve()
      })
    })
    const { body } = await sign()
    const running = verify(body.attemptId)
    await asked
    const closing = backend.close()
    let refused = false
    while (!refused) refused = await fetch(`${backend.url}/healthz`).then(isNotReady, () => true)
    answer()
    expect(await running).toMatchObject({ status: 200, body: { outcome: 'verified' } })
    await closing
  })

  it('frees its port', async () => {
    const port = Number(new URL(backend.url).port)
    await backend.close()
    const next = createServer()
    await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve))
    expect((next.address() as AddressInfo).port).toBe(port)
    await new Promise((resolve) => next.close(resolve))
  })
})
