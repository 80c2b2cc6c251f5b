import { createPublicKey, verify } from 'node:crypto'
import { type ConsentRecord, newTraceId } from '../../src'
import { type Business, customer, NOON, newId, newSession, preSignAt, startBusiness } from '../support/business'
import { code } from '../support/platform-double'

let business: Business
const receipts: ConsentRecord[] = []

beforeEach(async () => {
  receipts.length = 0
  business = await startBusiness({ onConsent: (receipt) => void receipts.push(receipt) })
})

afterEach(() => business.stop())

const request = (changes: object = {}) => ({
  preSign: preSignAt(NOON),
  consent: { version: '2026-01' },
  session: newSession(),
  ...changes,
})

describe('sign', () => {
  it('answers with the customer’s signature over the pre-sign', async () => {
    const preSign = preSignAt(NOON)
    const { sign } = await business.sign(undefined, preSign)
    const key = createPublicKey({ key: Buffer.from(customer.publicKey, 'base64'), format: 'der', type: 'spki' })
    expect(verify('md5', Buffer.from(preSign), key, Buffer.from(sign, 'base64'))).toBe(true)
  })

  it('opens an attempt of 256 random bits under the trace id it was given', async () => {
    const traceId = newTraceId()
    const answer = await business.server.sign(request(), traceId)
    expect(answer).toEqual({ sign: expect.any(String), attemptId: expect.stringMatching(/^[\w-]{43}$/), traceId })
  })

  it('signs a pre-sign once, even when asked many times at once', async () => {
    const preSign = preSignAt(NOON)
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => business.sign(undefined, preSign)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'preSignReplayed' } })
  })

  it('signs a msgId once, whatever else changes', async () => {
    const msgId = newId()
    await business.sign(undefined, preSignAt(NOON, { msgId }))
    await expect(business.sign(undefined, preSignAt(NOON + 1, { msgId }))).rejects.toMatchObject({
      code: 'preSignReplayed',
      status: 409,
    })
  })

  it('knows a signed pre-sign again hours later, when its time fits another zone', async () => {
    const preSign = preSignAt(NOON)
    await business.sign(undefined, preSign)
    business.clock.ms = NOON + 20 * 3_600_000
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
  })

  it('knows it again at the very last moment that its time fits', async () => {
    const preSign = preSignAt(NOON)
    business.clock.ms = NOON - 6 * 3_600_000 - 120_000
    await business.sign(undefined, preSign)
    business.clock.ms = NOON + 20 * 3_600_000 + 120_000
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignReplayed' })
    business.clock.ms += 1
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignOutsideWindow' })
  })

  it.each([
    ['preSignMalformed', { preSign: `${preSignAt(NOON)}0` }],
    ['preSignOutsideWindow', { preSign: preSignAt(NOON - 300_000) }],
  ])('refuses with %s', async (refusal, change) => {
    await expect(business.server.sign(request(change), newTraceId())).rejects.toMatchObject({
      code: refusal,
      status: 400,
    })
  })
})

describe('consent', () => {
  it.each([
    ['is missing', undefined],
    ['is null', null],
    ['is to terms that are no longer current', { version: '2025-01' }],
  ])('is required: it %s', async (_, consent) => {
    await expect(business.server.sign(request({ consent }), newTraceId())).rejects.toMatchObject({
      code: 'consentRequired',
      status: 403,
    })
    expect(receipts).toHaveLength(0)
  })

  it('leaves a receipt that names nobody', async () => {
    const traceId = newTraceId()
    const session = newSession()
    await business.server.sign(request({ session }), traceId)
    expect(receipts).toEqual([
      {
        version: '2026-01',
        at: '2026-11-22T04:00:00.000Z',
        traceId,
        sessionHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
    expect(JSON.stringify(receipts)).not.toContain(session)
  })

  it('that cannot be kept lets nothing be signed', async () => {
    const forgetful = await startBusiness({ onConsent: () => Promise.reject(new Error('audit is down')) })
    await expect(forgetful.sign()).rejects.toThrow('audit is down')
    await forgetful.stop()
  })
})

it('a session that sent too many wrong numbers gets no more signatures', async () => {
  const session = newSession()
  business.platform.answers(code('001'))
  for (let left = 4; left >= 0; left -= 1) {
    expect(await business.login(session)).toMatchObject({ outcome: 'notThisNumber', attemptsLeft: left })
  }
  await expect(business.sign(session)).rejects.toMatchObject({ code: 'attemptsExhausted', status: 429 })
  expect((await business.sign()).sign).toBeTruthy()
})
