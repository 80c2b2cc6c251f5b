import { createPublicKey, verify } from 'node:crypto'
import { type ConsentRecord, createTraceId } from '../../src'
import {
  type Business,
  createFacts,
  createId,
  createPreSign,
  createSession,
  createWrongNumber,
  customer,
  NOON,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

let business: Business
const receipts: ConsentRecord[] = []

beforeEach(async () => {
  receipts.length = 0
  business = await startBusiness({ onConsent: (receipt) => void receipts.push(receipt) })
})

afterEach(() => business.stop())

const request = (changes: object = {}) => ({
  preSign: createPreSign(NOON),
  consent: { version: '2026-01' },
  session: createSession(),
  ...changes,
})

describe('sign', () => {
  it('answers with the customer’s signature over the pre-sign', async () => {
    const preSign = createPreSign(NOON)
    const { sign } = await business.sign(undefined, preSign)
    const key = createPublicKey({ key: Buffer.from(customer.publicKey, 'base64'), format: 'der', type: 'spki' })
    expect(verify('md5', Buffer.from(preSign), key, Buffer.from(sign, 'base64'))).toBe(true)
  })

  it('opens an attempt of 256 random bits under the trace id it was given', async () => {
    const traceId = createTraceId()
    const answer = await business.server.sign(request(), { traceId })
    expect(answer).toEqual({ sign: expect.any(String), attemptId: expect.stringMatching(/^[\w-]{97}$/), traceId })
  })

  it('signs a pre-sign once, also for many racing requests', async () => {
    const preSign = createPreSign(NOON)
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => business.sign(undefined, preSign)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'preSignReplayed' } })
  })

  it('signs a msgId once, also with another timestamp and uuid', async () => {
    const msgId = createId()
    await business.sign(undefined, createPreSign(NOON, { msgId }))
    await expect(business.sign(undefined, createPreSign(NOON + 1, { msgId }))).rejects.toMatchObject({
      code: 'preSignReplayed',
      status: 409,
    })
  })

  it('refuses a signed pre-sign hours later, when its timestamp fits another time zone', async () => {
    const preSign = createPreSign(NOON)
    await business.sign(undefined, preSign)
    business.clock.ms = NOON + 20 * 3_600_000
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
  })

  it('refuses a signed pre-sign until the last millisecond at which its timestamp fits', async () => {
    const preSign = createPreSign(NOON)
    business.clock.ms = NOON - 6 * 3_600_000 - 120_000
    await business.sign(undefined, preSign)
    business.clock.ms = NOON + 20 * 3_600_000 + 120_000
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
    business.clock.ms += 1
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignOutsideWindow' })
  })

  it.each([
    ['preSignMalformed', { preSign: `${createPreSign(NOON)}0` }],
    ['preSignOutsideWindow', { preSign: createPreSign(NOON - 300_000) }],
  ])('refuses a pre-sign with %s and status 400', async (refusal, change) => {
    await expect(business.server.sign(request(change), createFacts())).rejects.toMatchObject({
      code: refusal,
      status: 400,
    })
  })
})

it('a pre-sign outside the window is answered with the window and the server’s time', async () => {
  const outside = await startBusiness({ times: { clockSkewMs: 90_000 } })
  await expect(outside.sign(undefined, createPreSign(NOON - 90_001))).rejects.toMatchObject({
    code: 'preSignOutsideWindow',
    message: expect.stringMatching(/the pre-sign timestamp is outside the accepted window \(±90 s\)$/),
    facts: { serverTime: NOON },
  })
  await outside.stop()
})

describe('consent', () => {
  it.each([
    ['is missing', undefined],
    ['is null', null],
    ['is to terms that are no longer current', { version: '2025-01' }],
  ])('is required: signing is refused if it %s', async (_, consent) => {
    await expect(business.server.sign(request({ consent }), createFacts())).rejects.toMatchObject({
      code: 'consentRequired',
      status: 403,
    })
    expect(receipts).toHaveLength(0)
  })

  it('leaves a receipt without the session id', async () => {
    const traceId = createTraceId()
    const session = createSession()
    await business.server.sign(request({ session }), { traceId })
    expect(receipts).toEqual([
      {
        way: 'sim',
        version: '2026-01',
        locale: null,
        textHash: null,
        at: '2026-11-22T04:00:00.000Z',
        traceId,
        sessionHash: expect.stringMatching(/^[\w-]{43}$/),
        attemptHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
    expect(JSON.stringify(receipts)).not.toContain(session)
  })

  it('that cannot be kept prevents signing', async () => {
    const failing = await startBusiness({ onConsent: () => Promise.reject(new Error('audit is down')) })
    await expect(failing.sign()).rejects.toThrow('audit is down')
    await failing.stop()
  })
})

it('a session that sent too many wrong numbers gets no more signatures, with the longest waiting time', async () => {
  const session = createSession()
  business.platform.answerWith(answerCode('001'))
  for (let left = 4; left >= 0; left -= 1) {
    expect(await business.login(session, createWrongNumber(left))).toMatchObject({
      outcome: 'notThisNumber',
      attemptsLeft: left,
    })
  }
  await expect(business.sign(session)).rejects.toMatchObject({
    code: 'attemptsExhausted',
    status: 429,
    facts: { retryAfterMs: 86_400_000, reason: 'wrongNumbersPerSession' },
  })
  expect((await business.sign()).sign).toBeTruthy()
})
