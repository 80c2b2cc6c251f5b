import type { CallFacts, LogFields } from '../../src'
import { createMemoryOnceStore, createTicketChecker } from '../../src/ticket'
import {
  type Business,
  createFacts,
  createPreSign,
  createSession,
  createWrongNumber,
  INFORMATION,
  OTHER,
  PHONE,
  startBusiness,
  ticketKeys,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

let business: Business
const lines: { fields: LogFields; message: string }[] = []
const write = (fields: LogFields, message: string) => void lines.push({ fields, message })

beforeEach(async () => {
  lines.length = 0
  business = await startBusiness({
    log: { info: write, warn: write, error: write },
    times: { platformTimeoutMs: 2_000 },
  })
})

afterEach(() => business.stop())

/** An attempt of this caller, or of this session of a page. */
async function signFor(facts: CallFacts, session = createSession()) {
  const body = { preSign: createPreSign(business.clock.ms), consent: { version: '2026-01' }, session }
  const { attemptId } = await business.server.sign(body, facts)
  return { attemptId, phone: PHONE, token: 'token', userInformation: INFORMATION }
}

describe('verify', () => {
  it('answers verified under the trace id of the sign, with a ticket for the number', async () => {
    const { attemptId, traceId } = await business.sign()
    const answer = await business.verify(attemptId)
    expect(answer).toEqual({
      outcome: 'verified',
      code: '000',
      attemptsLeft: 5,
      traceId,
      ticket: expect.stringMatching(/^eyJ/),
    })
    const checker = createTicketChecker({
      key: { publicKey: ticketKeys.publicKey },
      issuer: 'business',
      audience: 'shop',
      spent: createMemoryOnceStore(),
      now: () => business.clock.ms,
    })
    expect(await checker.check(answer.ticket ?? '')).toMatchObject({ phoneNumber: `+86${PHONE}`, traceId })
  })

  it('answers notThisNumber without a ticket', async () => {
    business.platform.answerWith(answerCode('001'))
    const answer = await business.login()
    expect(answer).toMatchObject({ outcome: 'notThisNumber', code: '001', attemptsLeft: 4 })
    expect(answer).not.toHaveProperty('ticket')
  })

  it.each([
    ['120020', 'staleToken'],
    ['606', 'staleToken'],
    ['110004', 'unavailable'],
    ['999999', 'unavailable'],
    ['777777', 'unavailable'],
  ])('passes on the platform’s code %s with the outcome %s', async (raw, outcome) => {
    business.platform.answerWith(answerCode(raw))
    expect(await business.login()).toMatchObject({ outcome, code: raw, attemptsLeft: 5 })
  })

  it('reports a platform that does not answer as timeout or network', async () => {
    business.platform.answerWith(() => undefined)
    expect(await business.login()).toMatchObject({ outcome: 'unavailable', code: 'timeout' })
    business.platform.answerWith((_, response) => void response.destroy())
    expect(await business.login()).toMatchObject({ outcome: 'unavailable', code: 'network' })
  })

  it('accepts a number with country code and spaces', async () => {
    expect(await business.login(undefined, '+86 138 0013 8000')).toMatchObject({ outcome: 'verified' })
  })

  it('keeps the attempt valid when the number is malformed', async () => {
    const { attemptId } = await business.sign()
    await expect(business.verify(attemptId, '1380013')).rejects.toMatchObject({ code: 'phoneMalformed', status: 400 })
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  })
})

describe('an attempt', () => {
  it('gets the same refusal whether it is unknown, expired, or used for another number', async () => {
    const spent = await business.sign()
    await business.verify(spent.attemptId)
    const expired = await business.sign()
    business.clock.ms += 600_000
    const used = await business.sign()
    await business.verify(used.attemptId)
    const refusals = await Promise.all(
      [spent.attemptId, expired.attemptId, used.attemptId, 'a'.repeat(97), 'a'.repeat(43)].map((id) =>
        business.verify(id, OTHER).catch((error) => error),
      ),
    )
    const shapes = refusals.map(({ code, status, message, traceId }) => ({ code, status, message, traceId }))
    expect(shapes).toEqual(Array(5).fill(shapes[0]))
    expect(shapes[0]).toMatchObject({ code: 'attemptSpent', traceId: undefined })
  })

  it('is valid until a second before it expires', async () => {
    const { attemptId } = await business.sign()
    business.clock.ms += 599_000
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  })

  it('of another session is refused to a caller that the transport knows, and stays valid', async () => {
    const caller = createFacts({ callerId: createSession() })
    const request = await signFor(caller)
    await expect(business.server.verify(request, createFacts({ callerId: createSession() }))).rejects.toMatchObject({
      code: 'attemptSpent',
    })
    expect(await business.server.verify(request, caller)).toMatchObject({ outcome: 'verified' })
  })

  it('of a page that sends a caller’s id as its session is refused to that caller', async () => {
    const callerId = createSession()
    const request = await signFor(createFacts(), callerId)
    await expect(business.server.verify(request, createFacts({ callerId }))).rejects.toMatchObject({
      code: 'attemptSpent',
    })
  })
})

describe('quotas', () => {
  it('of a caller are not used up by a page that sends the caller’s id as its session', async () => {
    const callerId = createSession()
    business.platform.answerWith(answerCode('001'))
    for (let index = 0; index < 5; index += 1) await business.login(callerId, createWrongNumber(index))
    await expect(business.sign(callerId)).rejects.toMatchObject({ code: 'attemptsExhausted' })
    const request = await signFor(createFacts({ callerId }))
    expect(await business.server.verify(request, createFacts({ callerId }))).toMatchObject({ attemptsLeft: 4 })
  })

  it('stop a number’s eleventh check before it is sent and billed', async () => {
    for (let check = 0; check < 10; check += 1) await business.login()
    expect(await business.login()).toMatchObject({ outcome: 'dailyLimit', code: '121011', attemptsLeft: 4 })
    expect(business.platform.requests).toHaveLength(10)
    expect(await business.login(undefined, OTHER)).toMatchObject({ outcome: 'verified' })
  })

  it.each(['121011', '102315'])('are not updated by the platform’s own %s, which is about the SIM', async (raw) => {
    business.platform.answerWith(answerCode(raw))
    for (let check = 0; check < 10; check += 1) {
      expect(await business.login()).toMatchObject({ outcome: 'dailyLimit', code: raw, attemptsLeft: 5 })
    }
    business.platform.answerWith(answerCode('000'))
    expect(await business.login()).toMatchObject({ outcome: 'verified' })
  })

  it('start again on the next day in Shanghai', async () => {
    for (let check = 0; check < 10; check += 1) await business.login()
    business.clock.ms += 12 * 3_600_000
    expect(await business.login()).toMatchObject({ outcome: 'verified' })
  })

  it('refuse a session that opened many attempts before its wrong numbers', async () => {
    business.platform.answerWith(answerCode('001'))
    const session = createSession()
    const attempts = await Promise.all(Array.from({ length: 8 }, () => business.sign(session)))
    const verified = await Promise.allSettled(
      attempts.map(({ attemptId }, index) => business.verify(attemptId, createWrongNumber(index))),
    )
    expect(verified.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(verified.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'attemptsExhausted',
        status: 429,
        traceId: expect.any(String),
        facts: { retryAfterMs: 86_400_000, reason: 'wrongNumbersPerSession' },
      },
    })
    expect(business.platform.requests).toHaveLength(5)
  })
})

describe('the log', () => {
  it('has the registry’s meaning, causes and actor of a code', async () => {
    business.platform.answerWith(answerCode('110004'))
    const { traceId } = await business.login()
    expect(lines.at(-1)).toEqual({
      message: 'the platform gave no verdict',
      fields: {
        traceId,
        msgId: business.platform.requests[0]?.message.header.msgId,
        outcome: 'unavailable',
        code: '110004',
        meaning: 'verify.110004',
        causes: ['ipNotRegistered'],
        actor: 'integrator',
        status: 200,
      },
    })
  })

  it('marks a code that the registry does not list as unknown', async () => {
    business.platform.answerWith(answerCode('424242'))
    await business.login()
    expect(lines.at(-1)?.fields).toMatchObject({ code: '424242', meaning: 'unknown' })
  })

  it('has the error of a failed connection', async () => {
    business.platform.answerWith((_, response) => void response.destroy())
    await business.login()
    expect(lines.at(-1)?.fields).toMatchObject({ code: 'network', err: { name: 'SocketError' } })
  })
})
