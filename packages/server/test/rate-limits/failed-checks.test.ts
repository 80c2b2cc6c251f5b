// Tokens that somebody made up, through a whole server: what bounds the calls to the platform.
import { createMemoryStores, type Stores } from '../../src'
import {
  type Business,
  createFacts,
  createPreSign,
  createSession,
  INFORMATION,
  NOON,
  OTHER,
  PHONE,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

interface Login {
  readonly by?: Business
  readonly session?: string
  readonly phone?: string
  readonly address?: string
  readonly callerId?: string
}

const DAY = 86_400_000

let stores: Stores
let business: Business
const started: Business[] = []

const start = async (limits: Record<string, number> = {}) => {
  const one = await startBusiness({ limits, stores, times: { platformTimeoutMs: 2_000 } })
  started.push(one)
  return one
}

/** The library that counts reads the real clock, too. */
beforeEach(() => {
  jest.useFakeTimers({ now: NOON, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] })
  stores = createMemoryStores({ now: () => Date.now() })
})

afterEach(async () => {
  jest.useRealTimers()
  await Promise.all(started.splice(0).map((one) => one.stop()))
})

const passTime = (ms: number) => {
  for (const { clock } of started) clock.ms += ms
  jest.setSystemTime(Date.now() + ms)
}

const sign = async ({ by = business, session = createSession(), address = '203.0.113.7', callerId }: Login = {}) => {
  const body = { preSign: createPreSign(by.clock.ms), consent: { version: '2026-01' }, session }
  const { attemptId } = await by.server.sign(body, createFacts({ address, callerId }))
  return { attemptId, token: `token-of-${attemptId}`, userInformation: INFORMATION }
}

const verify = (
  attempt: Awaited<ReturnType<typeof sign>>,
  { by = business, phone = PHONE, address = '203.0.113.7', callerId }: Login = {},
) => by.server.verify({ ...attempt, phone }, createFacts({ address, callerId }))

const logIn = async (login: Login = {}) => verify(await sign(login), login)

const logInTimes = async (count: number, login: Login = {}) => {
  for (let index = 0; index < count; index += 1) await logIn(login)
}

describe('a client', () => {
  it.each(['120020', '606', '130010', '102', '999999', '121011', '777777'])(
    'whose checks end in %s causes so many calls a minute, and its next attempt stays valid',
    async (code) => {
      business = await start({ failedChecksPerClient: 3 })
      business.platform.answerWith(answerCode(code))
      await logInTimes(3)
      passTime(500)
      const attempt = await sign()
      const facts = { reason: 'failedChecksPerClient', retryAfterMs: 59_500 }
      await expect(verify(attempt)).rejects.toMatchObject({ code: 'rateLimited', status: 429, facts })
      expect(business.platform.requests).toHaveLength(3)
      business.platform.answerWith(answerCode('000'))
      passTime(59_501)
      expect(await verify(attempt)).toMatchObject({ outcome: 'verified' })
    },
  )

  it('at its limit does not lock out who shares its address: one check a second goes on, and no more', async () => {
    business = await start({ failedChecksPerClient: 3 })
    const attempts = await Promise.all(Array.from({ length: 40 }, () => sign()))
    const goOn = () => attempts.length && verify(attempts.pop() as (typeof attempts)[number])
    for (let second = 0; second < 10; second += 1) {
      passTime(1_000)
      business.platform.answerWith(answerCode('000'))
      expect(await goOn()).toMatchObject({ outcome: 'verified' })
      business.platform.answerWith(answerCode('120020'))
      if (second === 0) for (let failure = 0; failure < 3; failure += 1) await goOn()
      for (let more = 0; more < 2; more += 1) await expect(goOn()).rejects.toMatchObject({ code: 'rateLimited' })
    }
    expect(business.platform.requests).toHaveLength(13)
  })

  it('at its limit does not stop others', async () => {
    business = await start({ failedChecksPerClient: 1 })
    business.platform.answerWith(answerCode('120020'))
    await logIn()
    await expect(logIn()).rejects.toMatchObject({ code: 'rateLimited' })
    expect(await logIn({ address: '203.0.113.8' })).toMatchObject({ outcome: 'staleToken' })
    expect(await logIn({ address: '2001:db8::1' })).toMatchObject({ outcome: 'staleToken' })
    await expect(logIn({ address: '2001:db8:0:1::1' })).rejects.toMatchObject({ code: 'rateLimited' })
    expect(await logIn({ callerId: 'a'.repeat(16) })).toMatchObject({ outcome: 'staleToken' })
  })

  it('is counted by all processes together: each lets one more call pass at most', async () => {
    business = await start({ failedChecksPerClient: 5 })
    const other = await start({ failedChecksPerClient: 5 })
    for (const { platform } of started) platform.answerWith(answerCode('120020'))
    await logInTimes(5)
    await logIn({ by: other })
    await expect(logIn({ by: other })).rejects.toMatchObject({ code: 'rateLimited' })
    expect([...business.platform.requests, ...other.platform.requests]).toHaveLength(6)
  })

  it.each(['000', '001'])('may go on when the platform compares: %s', async (code) => {
    business = await start({ failedChecksPerClient: 1, failedChecksPerSession: 1, checksPerNumberAndDay: 100 })
    business.platform.answerWith(answerCode(code))
    await logInTimes(20)
    expect(business.platform.requests).toHaveLength(20)
  })

  it('may go on when the platform is at fault: it breaks off, or answers with an HTTP error or HTML', async () => {
    business = await start({ failedChecksPerClient: 1, failedChecksPerSession: 1 })
    const session = createSession()
    for (const answer of [
      (_: unknown, response: { destroy(): unknown }) => void response.destroy(),
      (_: unknown, response: { writeHead(status: number): { end(): unknown } }) => void response.writeHead(500).end(),
      (_: unknown, response: { end(text: string): unknown }) => void response.end('<html></html>'),
    ]) {
      business.platform.answerWith(answer)
      expect(await logIn({ session })).toMatchObject({ outcome: 'unavailable' })
    }
    business.platform.answerWith(answerCode('000'))
    expect(await logIn({ session })).toMatchObject({ outcome: 'verified' })
  })
})

describe('a session', () => {
  it('whose tokens are made up causes so many calls, for 24 hours', async () => {
    business = await start({ failedChecksPerSession: 3 })
    business.platform.answerWith(answerCode('130010'))
    const session = createSession()
    await logInTimes(3, { session })
    const facts = { reason: 'failedChecksPerSession', retryAfterMs: DAY }
    const refusal = { code: 'rateLimited', status: 429, facts, traceId: expect.any(String) }
    await expect(logIn({ session })).rejects.toMatchObject(refusal)
    await expect(logIn({ session, phone: OTHER })).rejects.toMatchObject(refusal)
    expect(business.platform.requests).toHaveLength(3)
    expect(await logIn()).toMatchObject({ outcome: 'unavailable' })
    passTime(DAY)
    expect(await logIn({ session })).toMatchObject({ outcome: 'unavailable' })
  })

  it('that repeats a refused verify gets the same refusal', async () => {
    business = await start({ failedChecksPerSession: 1 })
    business.platform.answerWith(answerCode('120020'))
    const session = createSession()
    await logIn({ session })
    const attempt = await sign({ session })
    const refusals = [await verify(attempt).catch((error) => error), await verify(attempt).catch((error) => error)]
    expect(refusals[0]).toMatchObject({ code: 'rateLimited', facts: { reason: 'failedChecksPerSession' } })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('is the caller where the transport knows it, whatever session the page sends', async () => {
    business = await start({ failedChecksPerSession: 2 })
    business.platform.answerWith(answerCode('120020'))
    const callerId = 'a'.repeat(16)
    await logInTimes(2, { callerId })
    await expect(logIn({ callerId })).rejects.toMatchObject({ facts: { reason: 'failedChecksPerSession' } })
  })

  it('with a token that was renewed a few times still logs in, and keeps its tries', async () => {
    business = await start()
    const session = createSession()
    business.platform.answerWith(answerCode('120020'))
    await logInTimes(5, { session })
    business.platform.answerWith(answerCode('000'))
    expect(await logIn({ session })).toMatchObject({ outcome: 'verified', attemptsLeft: 5 })
  })
})

it('a number is not locked by made-up tokens: its owner logs in from another address', async () => {
  business = await start({ failedChecksPerClient: 100 })
  business.platform.answerWith(answerCode('120020'))
  await logInTimes(50)
  business.platform.answerWith(answerCode('000'))
  expect(await logIn({ address: '203.0.113.8' })).toMatchObject({ outcome: 'verified' })
})

it('the stores hold neither the address nor the session of a failed check, and each counts for its client’s share', async () => {
  const add = jest.spyOn(stores.counters, 'add')
  business = await start()
  business.platform.answerWith(answerCode('120020'))
  const session = createSession()
  await logIn({ session })
  const held = JSON.stringify(add.mock.calls)
  expect(held).toContain('failedChecksPerClient')
  expect(held).not.toContain('203.0.113')
  expect(held).not.toContain(session)
  const added = add.mock.calls.filter(([, by]) => by > 0)
  expect(added.map(([, , , owner]) => owner)).toEqual(Array(3).fill(expect.stringMatching(/^[\w-]{43}$/)))
})
