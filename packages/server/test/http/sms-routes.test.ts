// The routes of the SMS way, in everything that the API is mounted in.
import { SMS_PATHS } from '@local-number/protocol'
import { createCloudFunction } from '../../src/cloud'
import { CONSENT, type SmsBusiness, startSms } from '../sms/support/sms'
import { type Business, createSession, PHONE, startBusiness } from '../support/business'
import { HOSTS } from '../support/hosts'
import type { Host } from '../support/hosts/host'

let sms: SmsBusiness

beforeEach(async () => {
  sms = await startSms()
})
afterEach(() => sms.stop())

const user = { phone: PHONE, consent: CONSENT, session: createSession() }

const createPost =
  (host: Host) =>
  async (path: string, body: object, headers = {}) => {
    const response = await host.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: Object(await response.json()) }
  }

describe.each(HOSTS)('in $name', ({ start }) => {
  it('a message is sent, a second one waits, and its code proves the number', async () => {
    const host = await start(sms.server)
    const post = createPost(host)
    const traceId = 'a'.repeat(32)
    const sent = await post(SMS_PATHS.send, user, { 'x-trace-id': traceId })
    expect(sent).toMatchObject({ status: 200, body: { expiresInMs: 300_000, resendAfterMs: 60_000, traceId } })
    expect(sent.headers.get('ratelimit')).toBe('"sendsPerSession";r=2;t=43200, "sendsPerAddress";r=8;t=43200')
    expect(sent.headers.get('cache-control')).toBe('no-store')
    const refused = await post(SMS_PATHS.send, user)
    expect(refused).toMatchObject({ status: 429, body: { code: 'rateLimited', reason: 'resendMs' } })
    expect(refused.headers.get('retry-after')).toBe('60')
    const checked = await post(SMS_PATHS.check, { ...user, code: sms.readCode() })
    expect(checked).toMatchObject({ status: 200, body: { outcome: 'verified', ticket: expect.any(String) } })
    await host.close()
  })
})

describe('a server without SMS', () => {
  let business: Business
  beforeEach(async () => {
    business = await startBusiness()
  })
  afterEach(() => business.stop())

  it.each(HOSTS)('has no such routes in $name, whatever the method', async ({ start }) => {
    const host = await start(business.server)
    for (const path of Object.values(SMS_PATHS)) {
      expect(await createPost(host)(path, user)).toMatchObject({ status: 404, body: { code: 'notFound' } })
      expect((await host.send(path)).status).toBe(404)
    }
    await host.close()
  })
})

describe('in a cloud function', () => {
  it('the caller is the session, the address and the device', async () => {
    const call = async (path: string, body: object, openId = 'the caller') => {
      const main = createCloudFunction(sms.server, { openId: () => openId })
      return main({ path, traceId: 'b'.repeat(32), body })
    }
    expect(await call(SMS_PATHS.send, user)).toMatchObject({ status: 200, body: { expiresInMs: 300_000 } })
    const check = { ...user, session: createSession(), code: sms.readCode() }
    expect(await call(SMS_PATHS.check, check, 'another')).toMatchObject({ body: { outcome: 'expiredCode' } })
    expect(await call(SMS_PATHS.check, check)).toMatchObject({ status: 200, body: { outcome: 'verified' } })
  })

  it('without SMS there are no such routes', async () => {
    const business = await startBusiness()
    const main = createCloudFunction(business.server)
    expect(await main({ path: SMS_PATHS.send, body: user })).toMatchObject({ status: 404 })
    await business.stop()
  })
})

it.each([
  ['without a session', { session: undefined }],
  ['with a short session', { session: 'short' }],
  ['with a number instead of a text', { phone: 13_800_138_000 }],
  ['with a binding that is no hash', { binding: 'b' }],
  ['with a device that is no random text', { device: 'd' }],
  ['with a captcha in other characters', { captcha: '验证码' }],
])('a message %s is malformed', async (_, changes) => {
  await expect(sms.server.sms?.send({ ...user, ...changes }, { traceId: 'a'.repeat(32) })).rejects.toMatchObject({
    code: 'requestMalformed',
  })
})

it.each(['', '12345', '1234567', '12345x', '１２３４５６'])('a check of the code %j is malformed', async (code) => {
  await expect(sms.check(code)).rejects.toMatchObject({ code: 'requestMalformed' })
})

it('a page of a site that is not listed is refused', async () => {
  const refusal = { code: 'originNotAllowed' }
  await expect(sms.send({}, { origin: 'https://evil.example.com' })).rejects.toMatchObject(refusal)
  await expect(sms.check('123456', {}, { origin: 'https://evil.example.com' })).rejects.toMatchObject(refusal)
})
