import { EDITION_NAMES, TRACE_ID, type VerifyAnswer } from '@local-number/protocol'
import { createMemoryStores, createTraceId, type Log, type LogFields } from '../../src'
import { createCloudFunction } from '../../src/cloud'
import { type Business, createId, createPreSign, createSession, PHONE, startBusiness } from '../support/business'

const SIGN = '/api/local-number/sign'
const CONSENT = '/api/local-number/consent'
const VERIFY = '/api/local-number/verify'

let business: Business
const lines: { level: string; fields: LogFields; message: string }[] = []
const at = (level: string) => (fields: LogFields, message: string) => void lines.push({ level, fields, message })
const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }

beforeEach(async () => {
  lines.length = 0
  business = await startBusiness({ log, editions: EDITION_NAMES })
})

afterEach(() => business.stop())

/** As the platform calls it: JSON in, JSON out. */
async function call(event: unknown, openId?: () => string | undefined) {
  const main = createCloudFunction(business.server, { openId })
  const answer = await main(JSON.parse(JSON.stringify(event)))
  return JSON.parse(JSON.stringify(answer))
}

const signRequest = (session = createSession()) => ({
  preSign: createPreSign(business.clock.ms),
  consent: { version: '2026-01' },
  session,
})
const verifyRequest = (attemptId: string, phone = PHONE) => ({
  attemptId,
  phone,
  token: `token${createId()}`,
  userInformation: 'ZQ%3D%3D',
})

describe('a login', () => {
  it('is sign and verify under one trace id', async () => {
    const traceId = createTraceId()
    const signed = await call({ path: SIGN, traceId, body: signRequest(), userInfo: { openId: 'o' } })
    expect(signed).toMatchObject({ status: 200, body: { traceId, sign: expect.any(String) } })
    const verified = await call({ path: VERIFY, traceId: createTraceId(), body: verifyRequest(signed.body.attemptId) })
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', code: '000', traceId } })
  })

  it.each(['httpsMiniProgram', 'httpsH5'])('in the edition %s is the same, with ids in the answer', async (edition) => {
    const { preSign: _, ...body } = signRequest()
    const traceId = createTraceId()
    const signed = await call({ path: SIGN, traceId, body: { ...body, edition } })
    expect(signed).toMatchObject({
      status: 200,
      body: { ids: { traceId: expect.stringMatching(/^[0-9A-V]{32}$/), version: '1.0' }, traceId },
    })
    const verified = await call({ path: VERIFY, traceId: createTraceId(), body: verifyRequest(signed.body.attemptId) })
    expect(verified).toMatchObject({ status: 200, body: { outcome: 'verified', traceId } })
  })

  it('whose signature came before the tap takes its receipt afterwards', async () => {
    const { preSign: _, consent, ...body } = signRequest()
    const traceId = createTraceId()
    const signed = await call({ path: SIGN, traceId, body: { ...body, edition: 'httpsMiniProgram' } })
    const { attemptId } = signed.body
    const agreed = await call({ path: CONSENT, traceId: createTraceId(), body: { attemptId, consent } })
    expect(agreed).toEqual({ status: 200, body: { traceId } })
    expect(await call({ path: VERIFY, body: verifyRequest(attemptId) })).toMatchObject({ status: 200 })
  })

  it.each([undefined, 42, 'short', PHONE.padEnd(32, 'a')])('gets a new trace id instead of %j', async (traceId) => {
    const { body } = await call({ path: SIGN, traceId, body: signRequest() })
    expect(body.traceId).toMatch(TRACE_ID)
    expect(body.traceId).not.toBe(traceId)
  })
})

describe('a refusal has status, code, message and trace id', () => {
  const deep = JSON.parse('['.repeat(8_000) + ']'.repeat(8_000))

  it.each<[string, number, string, unknown]>([
    ['no event', 400, 'requestMalformed', null],
    ['a text as event', 400, 'requestMalformed', 'sign'],
    ['no path', 400, 'requestMalformed', { body: {} }],
    ['a path that is not text', 400, 'requestMalformed', { path: [SIGN], body: {} }],
    ['another path', 404, 'notFound', { path: '/api/local-number/jwks.json', body: {} }],
    ['the name of an object’s own property as path', 404, 'notFound', { path: 'constructor', body: {} }],
    ['no body', 400, 'requestMalformed', { path: SIGN }],
    ['a body that is text', 400, 'requestMalformed', { path: SIGN, body: 'text' }],
    ['a list', 400, 'requestMalformed', { path: VERIFY, body: [] }],
    ['the wrong shape', 400, 'requestMalformed', { path: VERIFY, body: {} }],
    ['more than 16 kB', 413, 'bodyTooLarge', { path: SIGN, body: { preSign: 'x'.repeat(17_000) } }],
    ['more than 16 kB in UTF-8', 413, 'bodyTooLarge', { path: SIGN, body: { preSign: '号'.repeat(6_000) } }],
    ['exactly 16 kB', 400, 'requestMalformed', { path: SIGN, body: { preSign: 'x'.repeat(16 * 1024 - 14) } }],
    ['an unknown attempt', 409, 'attemptSpent', { path: VERIFY, body: verifyRequest('a'.repeat(43)) }],
  ])('for %s: %i %s', async (_, status, code, event) => {
    const refused = await call(event)
    expect(refused).toMatchObject({ status, body: { code, message: expect.any(String) } })
    expect(Object.keys(refused.body).sort()).toEqual(['code', 'message', 'traceId'])
    expect(refused.body.traceId).toMatch(TRACE_ID)
  })

  it('for a body that is nested too deep for JSON.stringify', async () => {
    const { status, body } = await createCloudFunction(business.server)({ path: SIGN, body: deep })
    expect({ status, code: 'code' in body && body.code }).toEqual({ status: 400, code: 'requestMalformed' })
  })
})

describe('an unexpected error', () => {
  const rejectWith = (error: Error) => jest.spyOn(business.server, 'verify').mockRejectedValueOnce(error)

  it('is internal to the client and logged in full, without the number', async () => {
    rejectWith(new Error(`collection.add:fail -502005 for ${PHONE}`))
    const { status, body } = await call({ path: VERIFY, body: verifyRequest('a'.repeat(43)) })
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' })
    expect(JSON.stringify(body)).not.toContain('502005')
    expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { traceId: body.traceId, code: 'internal' } })
    expect(JSON.stringify(lines.at(-1))).toContain('-502005 for 138****8000')
  })
})

describe('a function that knows its callers by their OpenID', () => {
  const alice = () => 'oUser-of_this-app-1234567890'
  const mallory = () => 'oAnother-one-0987654321'
  const signAs = async (openId: () => string, session?: string) => {
    const { body } = await call({ path: SIGN, body: signRequest(session) }, openId)
    return body.attemptId as string
  }
  const verifyAs = async (openId: () => string, attemptId: string, phone?: string) => {
    const { body } = await call({ path: VERIFY, body: verifyRequest(attemptId, phone) }, openId)
    return body as VerifyAnswer & { code: string }
  }

  it('verifies a caller’s own attempt', async () => {
    expect(await verifyAs(alice, await signAs(alice))).toMatchObject({ outcome: 'verified' })
  })

  it('refuses another caller’s attempt as spent, before the call to the platform', async () => {
    const attemptId = await signAs(alice)
    expect(await verifyAs(mallory, attemptId)).toMatchObject({ code: 'attemptSpent' })
    expect(business.platform.requests).toHaveLength(0)
  })

  it('counts wrong numbers per caller, also if the page changes its session id', async () => {
    business.platform.answerWith(({ header }, response) => {
      response.end(JSON.stringify({ header: { ...header, resultCode: '001' }, body: {} }))
    })
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const phone = `1380013800${wrong}`
      expect(await verifyAs(alice, await signAs(alice), phone)).toMatchObject({ attemptsLeft: 4 - wrong })
    }
    expect(await call({ path: SIGN, body: signRequest() }, alice)).toMatchObject({
      body: { code: 'attemptsExhausted' },
    })
    expect(await signAs(mallory)).toBeDefined()
  })

  it.each([undefined, ''])('refuses a caller whose OpenID is %j', async (openId) => {
    const refused = await call({ path: SIGN, body: signRequest() }, () => openId)
    expect(refused).toMatchObject({ status: 401, body: { code: 'callerUnknown' } })
  })

  it('keeps a hash instead of the OpenID', async () => {
    const put = jest.fn().mockResolvedValue(undefined)
    await business.stop()
    business = await startBusiness({
      log,
      stores: {
        ...createMemoryStores(),
        attempts: { ...createMemoryStores().attempts, put },
      },
    })
    await signAs(alice)
    expect(put).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ session: expect.stringMatching(/^[\w-]{43}$/) }),
      expect.any(Number),
      expect.any(String),
    )
    expect(JSON.stringify([put.mock.calls, lines])).not.toContain(alice())
  })
})
