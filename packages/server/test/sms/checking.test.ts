// What a guess at a code gets.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { type BeforeTicket, createMemoryOnceStore, createMemoryStores, type Stores } from '../../src'
import { openSqliteStores } from '../../src/sqlite'
import { createTicketChecker } from '../../src/ticket'
import { createSession, NOON, PHONE, ticketKeys } from '../support/business'
import { MINUTE, type SmsBusiness, startSms, WIDE } from './support/sms'

const folder = mkdtempSync(join(tmpdir(), 'local-number-codes-'))
afterAll(() => rmSync(folder, { recursive: true }))

let sms: SmsBusiness

afterEach(() => sms.stop())

const start = async (...values: Parameters<typeof startSms>) => {
  sms = await startSms(...values)
  return sms
}

const BINDING = 'a'.repeat(43)

it('a right code gets a ticket that says that a message proved the number', async () => {
  await start()
  await sms.send()
  const { ticket, ...answer } = await sms.check(sms.readCode())
  expect(answer).toEqual({ outcome: 'verified', attemptsLeft: 0, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  const checker = createTicketChecker({
    key: { publicKey: ticketKeys.publicKey },
    issuer: 'business',
    audience: 'shop',
    spent: createMemoryOnceStore(),
    now: () => sms.clock.ms,
  })
  expect(await checker.check(ticket ?? '')).toMatchObject({
    phoneNumber: `+86${PHONE}`,
    way: 'sms',
    traceId: answer.traceId,
    verifiedAt: sms.clock.ms,
  })
})

it('the ticket carries the binding, and a code counts with its own binding alone', async () => {
  await start()
  await sms.send({ binding: BINDING })
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'wrongCode', attemptsLeft: 4 })
  const another = 'b'.repeat(43)
  expect(await sms.check(sms.readCode(), { binding: another })).toMatchObject({ outcome: 'wrongCode', attemptsLeft: 3 })
  const { ticket = '' } = await sms.check(sms.readCode(), { binding: BINDING })
  expect(decodeJwt(ticket)).toMatchObject({ binding: BINDING })
})

it('a code counts in its own session alone', async () => {
  await start()
  await sms.send()
  expect(await sms.check(sms.readCode(), { session: createSession() })).toMatchObject({ outcome: 'expiredCode' })
})

it('where the transport knows the caller, the caller is the session', async () => {
  await start()
  const [callerId, other] = [createSession(), createSession()]
  await sms.send({}, { callerId })
  expect(await sms.check(sms.readCode(), {}, { callerId: other })).toMatchObject({ outcome: 'expiredCode' })
  const elsewhere = { session: createSession() }
  expect(await sms.check(sms.readCode(), elsewhere, { callerId })).toMatchObject({ outcome: 'verified' })
})

it('a page that sends a caller’s id as its session is another session', async () => {
  await start()
  const callerId = createSession()
  await sms.send({}, { callerId })
  expect(await sms.check(sms.readCode(), { session: callerId })).toMatchObject({ outcome: 'expiredCode' })
})

it('a code counts for five minutes', async () => {
  await start()
  await sms.send()
  sms.clock.ms += 5 * MINUTE - 1
  expect(await sms.check(sms.createWrongCode())).toMatchObject({ outcome: 'wrongCode' })
  sms.clock.ms += 1
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'expiredCode', attemptsLeft: 0 })
})

it('a check needs the consent of this way', async () => {
  await start()
  await sms.send()
  const consent = { version: '2026-01' }
  await expect(sms.check(sms.readCode(), { consent })).rejects.toMatchObject({ code: 'consentRequired' })
})

it.each<[string, (now: () => number) => Stores & { close?(): Promise<void> }]>([
  ['in memory', (now) => createMemoryStores({ now })],
  ['in a SQLite file', (now) => openSqliteStores({ file: join(folder, 'stores.db'), now })],
])('of 100 guesses at the same time exactly five are compared, and the code is void: stores %s', async (_, open) => {
  const stores = open(() => sms?.clock.ms ?? NOON)
  await start({ stores })
  await sms.send()
  const guesses = Array.from({ length: 100 }, (_, index) => sms.check(sms.createWrongCode(index)))
  const outcomes = (await Promise.all(guesses)).map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'wrongCode')).toHaveLength(5)
  expect(outcomes.filter((outcome) => outcome === 'expiredCode')).toHaveLength(95)
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'expiredCode' })
  await stores.close?.()
})

it('a user who types wrong codes sees how many guesses are left, and the fifth voids the code', async () => {
  await start()
  await sms.send()
  const left = []
  for (let index = 0; index < 5; index += 1) left.push((await sms.check(sms.createWrongCode(index))).attemptsLeft)
  expect(left).toEqual([4, 3, 2, 1, 0])
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'expiredCode' })
})

it('another message does not reset the count of guesses', async () => {
  await start()
  await sms.send()
  for (let index = 0; index < 3; index += 1) await sms.check(sms.createWrongCode(index))
  sms.clock.ms += MINUTE
  await sms.send()
  expect(await sms.check(sms.createWrongCode())).toMatchObject({ outcome: 'wrongCode', attemptsLeft: 1 })
})

it('a session has 15 guesses at a number in a day, and gets no message that it could not use', async () => {
  await start({ sms: { limits: WIDE } })
  for (let message = 0; message < 3; message += 1) {
    await sms.send()
    for (let index = 0; index < 5; index += 1) await sms.check(sms.createWrongCode(index))
    sms.clock.ms += MINUTE
  }
  const wait = 24 * 60 * MINUTE - 3 * MINUTE
  const refusal = { code: 'rateLimited', facts: { reason: 'guessesPerNumber', retryAfterMs: wait } }
  await expect(sms.send()).rejects.toMatchObject(refusal)
  expect(sms.messages).toHaveLength(3)
  await sms.send({ session: createSession() })
  sms.clock.ms += wait
  await sms.send()
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'verified' })
})

it('guesses in one session never block another', async () => {
  await start({ sms: { limits: WIDE } })
  const stranger = { session: createSession() }
  await sms.send(stranger)
  for (let index = 0; index < 20; index += 1) await sms.check(sms.createWrongCode(index), stranger)
  sms.clock.ms += MINUTE
  await sms.send()
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'verified' })
})

describe('a lost answer', () => {
  it('comes again for 120 s, with a ticket of the same id and time that is valid for a minute from then', async () => {
    await start()
    await sms.send()
    const [first, at] = [await sms.check(sms.readCode()), sms.clock.ms]
    sms.clock.ms += 2 * MINUTE - 1
    const again = await sms.check(sms.readCode())
    expect(again).toMatchObject({ outcome: 'verified' })
    const [one, two] = [first, again].map(({ ticket = '' }) => decodeJwt(ticket))
    expect(two).toMatchObject({ jti: one?.jti, auth_time: at / 1000, exp: Math.floor(sms.clock.ms / 1000) + 60 })
    sms.clock.ms += 1
    expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'expiredCode' })
  })

  it('has one ticket id, however many repeats there are at the same time', async () => {
    await start()
    await sms.send()
    const answers = await Promise.all(Array.from({ length: 20 }, () => sms.check(sms.readCode())))
    expect(new Set(answers.map(({ ticket = '' }) => decodeJwt(ticket).jti)).size).toBe(1)
  })

  it('of a wrong code costs no second guess', async () => {
    await start()
    await sms.send()
    const wrong = sms.createWrongCode()
    const answers = [await sms.check(wrong), await sms.check(wrong)]
    expect(answers.map(({ outcome, attemptsLeft }) => [outcome, attemptsLeft])).toEqual([
      ['wrongCode', 4],
      ['wrongCode', 4],
    ])
  })

  it('does not make a used code good for another session or binding', async () => {
    await start()
    await sms.send()
    await sms.check(sms.readCode())
    expect(await sms.check(sms.readCode(), { session: createSession() })).toMatchObject({ outcome: 'expiredCode' })
    expect(await sms.check(sms.readCode(), { binding: BINDING })).toMatchObject({ outcome: 'expiredCode' })
  })
})

describe('with beforeTicket', () => {
  it('the app learns the way, and gets hashes alone', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked })
    const device = createSession()
    await sms.send({ device })
    await sms.check(sms.readCode(), { device })
    expect(asked.mock.calls).toEqual([
      [
        {
          way: 'sms',
          traceId: expect.any(String),
          numberHash: expect.stringMatching(/^[\w-]{43}$/),
          lastVerifiedAt: null,
          device: expect.stringMatching(/^[\w-]{43}$/),
          deviceLastVerifiedAt: null,
        },
      ],
    ])
  })

  it('a page that keeps no device has none', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked })
    await sms.send()
    await sms.check(sms.readCode())
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ device: null, deviceLastVerifiedAt: null }))
  })

  it('what the carrier’s script says of a device, which can be guessed, makes none known to this way', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked, sms: { limits: { sendsPerNumber: 2, sendsReserved: 1 } } })
    const userInformation = 'SFVBV0VJ'.repeat(2)
    const { attemptId } = await sms.sign()
    expect(await sms.verify(attemptId, PHONE, { userInformation })).toMatchObject({ outcome: 'verified' })
    await sms.send()
    await sms.check(sms.readCode(), { device: userInformation })
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ way: 'sms', deviceLastVerifiedAt: null }))
  })

  it('a device that verified the number is known to later messages and checks', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked, sms: { limits: { sendsPerNumber: 2, sendsReserved: 1 } } })
    const device = createSession()
    await sms.send({ device })
    await sms.check(sms.readCode(), { device })
    const verifiedAt = sms.clock.ms
    sms.clock.ms += MINUTE
    await sms.send({ device })
    await sms.check(sms.readCode(), { device })
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ deviceLastVerifiedAt: verifiedAt }))
  })

  it('a page that sends a caller’s id as its device is another device', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked })
    const callerId = createSession()
    await sms.send({}, { callerId })
    await sms.check(sms.readCode(), {}, { callerId })
    sms.clock.ms += MINUTE
    await sms.send({ device: callerId })
    await sms.check(sms.readCode(), { device: callerId })
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ deviceLastVerifiedAt: null }))
  })

  it('a refusal is repeated without asking again, also at the same time', async () => {
    const asked = jest.fn(async () => ({ refuse: 'blocked' }))
    await start({ beforeTicket: asked })
    await sms.send()
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => sms.check(sms.readCode())))
    answers.push(...(await Promise.allSettled([sms.check(sms.readCode())])))
    const refusal = expect.objectContaining({ code: 'loginRefused', facts: { reason: 'blocked' } })
    expect(answers).toEqual(Array(6).fill({ status: 'rejected', reason: refusal }))
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('a repeat asks again if the first request ended before its decision was kept', async () => {
    const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
    await start({ beforeTicket: asked, times: { beforeTicketTimeoutMs: 50 } })
    await sms.send()
    jest.spyOn(sms.stores.codes!, 'finish').mockRejectedValueOnce(new Error('killed'))
    await expect(sms.check(sms.readCode())).rejects.toThrow('killed')
    expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'verified' })
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
