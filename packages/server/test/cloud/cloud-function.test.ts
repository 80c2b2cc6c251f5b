import { TRACE_ID, type VerifyAnswer } from '@local-number/protocol'
import { type Log, type LogFields, newTraceId } from '../../src'
import { createCloudFunction } from '../../src/cloud'
import { type Business, newId, newSession, PHONE, preSignAt, startBusiness } from '../support/business'

const SIGN = '/api/local-number/sign'
const VERIFY = '/api/local-number/verify'

let business: Business
const lines: { level: string; fields: LogFields; message: string }[] = []
const at = (level: string) => (fields: LogFields, message: string) => void lines.push({ level, fields, message })
const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }

beforeEach(async () => {
  lines.length = 0
  business = await startBusiness({ log })
})

afterEach(() => business.stop())

/** As the platform calls it: JSON in, JSON out. */
async function call(event: unknown, openId?: () => string | undefined) {
  const main = createCloudFunction(business.server, { log, openId })
  const answer = await main(JSON.parse(JSON.stringify(event)))
  return JSON.parse(JSON.stringify(answer))
}

const signRequest = (session = newSession()) => ({
  preSign: preSignAt(business.clock.ms),
  consent: { version: '2026-01' },
  session,
})
const verifyRequest = (attemptId: string, phone = PHONE) => ({
  attemptId,
  phone,
  token: `token${newId()}`,
  userInformation: 'ZQ%3D%3D',
})

describe('a login', () => {
  it('is sign, then verify, under one trace id', async () => {
    const traceId = newTraceId()
    const signed = await call({ path: SIGN, traceId, body: signRequest(), userInfo: { openId: 'o' } })
    expect(signed).toMatchObject({ status: 200, body: { traceId, sign: expect.any(String) } })
    const verified = await call({ path: VERIFY, traceId: newTraceId(), body: verifyRequest(signed.body.attemptId) })
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', code: '000', traceId } })
  })

  it.each([undefined, 42, 'short', PHONE.padEnd(32, 'a')])('gets a trace id of ours for %j', async (traceId) => {
    const { body } = await call({ path: SIGN, traceId, body: signRequest() })
    expect(body.traceId).toMatch(TRACE_ID)
    expect(body.traceId).not.toBe(traceId)
  })
})

describe('a refusal has status, code, message and trace id', () => {
  const deep = JSON.parse('['.repeat(8_000) + ']'.repeat(8_000))

  it.each<[string, number, string, unknown]>([
    ['no event', 400, 'requestMalformed', null],
    ['an event that is text', 400, 'requestMalformed', 'sign'],
    ['no path', 400, 'requestMalformed', { body: {} }],
    ['a path that is no text', 400, 'requestMalformed', { path: [SIGN], body: {} }],
    ['another path', 404, 'notFound', { path: '/api/local-number/jwks.json', body: {} }],
    ['a path of every object', 404, 'notFound', { path: 'constructor', body: {} }],
    ['no body', 400, 'requestMalformed', { path: SIGN }],
    ['a body that is text', 400, 'requestMalformed', { path: SIGN, body: 'text' }],
    ['a list', 400, 'requestMalformed', { path: VERIFY, body: [] }],
    ['the wrong shape', 400, 'requestMalformed', { path: VERIFY, body: {} }],
    ['more than 16 kB', 413, 'bodyTooLarge', { path: SIGN, body: { preSign: 'x'.repeat(17_000) } }],
    ['more than 16 kB in UTF-8', 413, 'bodyTooLarge', { path: SIGN, body: { preSign: '号'.repeat(6_000) } }],
    ['16 kB, just', 400, 'requestMalformed', { path: SIGN, body: { preSign: 'x'.repeat(16 * 1024 - 14) } }],
    ['an attempt of nobody', 409, 'attemptSpent', { path: VERIFY, body: verifyRequest('a'.repeat(43)) }],
  ])('for %s: %i %s', async (_, status, code, event) => {
    const refused = await call(event)
    expect(refused).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(Object.keys(refused.body).sort()).toEqual(['code', 'message', 'traceId'])
    expect(refused.body.traceId).toMatch(TRACE_ID)
  })

  it('for a body that is nested too deep to be written', async () => {
    const { status, body } = await createCloudFunction(business.server, { log })({ path: SIGN, body: deep })
    expect({ status, code: 'code' in body && body.code }).toEqual({ status: 400, code: 'requestMalformed' })
  })
})

describe('an error nobody meant for the client', () => {
  const failing = (error: Error) => jest.spyOn(business.server, 'verify').mockRejectedValueOnce(error)

  it('is internal outside and told in full in the log, without the number', async () => {
    failing(new Error(`collection.add:fail -502005 for ${PHONE}`))
    const { status, body } = await call({ path: VERIFY, body: verifyRequest('a'.repeat(43)) })
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(JSON.stringify(body)).not.toContain('502005')
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { traceId: body.traceId, code: 'internal' } })
    expect(JSON.stringify(lines.at(-1))).toContain('-502005 for 138****8000')
  })
})

describe('a function that knows its callers', () => {
  const alice = () => 'oUser-of_this-app-1234567890'
  const mallory = () => 'oAnother-one-0987654321'
  const signedBy = async (openId: () => string, session?: string) => {
    const { body } = await call({ path: SIGN, body: signRequest(session) }, openId)
    return body.attemptId as string
  }
  const verifiedBy = async (openId: () => string, attemptId: string, phone?: string) => {
    const { body } = await call({ path: VERIFY, body: verifyRequest(attemptId, phone) }, openId)
    return body as VerifyAnswer & { code: string }
  }

  it('verifies a caller’s own attempt', async () => {
    expect(await verifiedBy(alice, await signedBy(alice))).toMatchObject({ outcome: 'verified' })
  })

  it('refuses another caller’s attempt like a spent one, before the platform is asked', async () => {
    const attemptId = await signedBy(alice)
    expect(await verifiedBy(mallory, attemptId)).toMatchObject({ code: 'attemptSpent' })
    expect(business.platform.requests).toHaveLength(0)
  })

  it('counts wrong numbers by the caller, whatever session the page makes up', async () => {
    business.platform.answers(({ header }, response) => {
      response.end(JSON.stringify({ header: { ...header, resultCode: '001' }, body: {} }))
    })
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const phone = `1380013800${wrong}`
      expect(await verifiedBy(alice, await signedBy(alice), phone)).toMatchObject({ attemptsLeft: 4 - wrong })
    }
    expect(await call({ path: SIGN, body: signRequest() }, alice)).toMatchObject({
      body: { code: 'attemptsExhausted' },
    })
    expect(await signedBy(mallory)).toBeDefined()
  })

  it.each([undefined, ''])('refuses a caller that WeChat calls %j', async (openId) => {
    const refused = await call({ path: SIGN, body: signRequest() }, () => openId)
    expect(refused).toMatchObject({ status: 401, body: { code: 'callerUnknown' } })
  })

  it('keeps no OpenID', async () => {
    const put = jest.fn().mockResolvedValue(undefined)
    await business.stop()
    business = await startBusiness({
      log,
      stores: {
        preSigns: { addOnce: async () => true },
        attempts: { put, take: async () => null },
        counters: { add: async () => 0 },
      },
    })
    await signedBy(alice)
    expect(put).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ session: expect.stringMatching(/^[\w-]{43}$/) }),
      expect.any(Number),
    )
    expect(JSON.stringify([put.mock.calls, lines])).not.toContain(alice())
  })
})
