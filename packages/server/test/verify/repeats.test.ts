// A verify request that is sent again: its answer may have been lost on the way, while the platform was asked and
// billed.
import { setTimeout as wait } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { createMemoryStores, type Stores } from '../../src'
import { createMemoryOnceStore, createTicketChecker } from '../../src/ticket'
import {
  type Business,
  createSession,
  createWrongNumber,
  NOON,
  OTHER,
  PHONE,
  startBusiness,
  ticketKeys,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

let business: Business
let stores: Stores
const started: Business[] = []

/** Several share their stores, as processes behind a balancer do. */
async function start(changes: Parameters<typeof startBusiness>[0] = {}): Promise<Business> {
  const one = await startBusiness({ stores, times: { platformTimeoutMs: 2_000 }, ...changes })
  started.push(one)
  return one
}

beforeEach(async () => {
  stores = createMemoryStores({ now: () => started[0]?.clock.ms ?? NOON })
  business = await start()
})

afterEach(() => Promise.all(started.splice(0).map((one) => one.stop())))

describe('a repeated request', () => {
  it.each(['000', '001', '120020', '121011', '999999'])(
    'gets the answer to %s again, and the platform is not asked again',
    async (code) => {
      business.platform.answerWith(answerCode(code))
      const { attemptId } = await business.sign()
      const { ticket: _, ...first } = await business.verify(attemptId)
      const { ticket: __, ...second } = await business.verify(attemptId)
      expect(second).toEqual(first)
      expect(business.platform.requests).toHaveLength(1)
    },
  )

  it('gets a ticket with the same id and time of the verdict, valid from now on', async () => {
    const { attemptId } = await business.sign(undefined, undefined, 'b'.repeat(43))
    const first = decodeJwt((await business.verify(attemptId)).ticket ?? '')
    business.clock.ms += 100_000
    const second = decodeJwt((await business.verify(attemptId)).ticket ?? '')
    const seconds = NOON / 1000
    expect(second).toEqual({ ...first, iat: seconds + 100, exp: seconds + 160 })
    expect(second).toMatchObject({ auth_time: seconds, binding: 'b'.repeat(43), phone_number: `+86${PHONE}` })
  })

  it('cannot log in twice: a checker accepts one of its tickets', async () => {
    const { attemptId } = await business.sign()
    const tickets = [await business.verify(attemptId), await business.verify(attemptId)].map(({ ticket }) => ticket)
    const now = () => business.clock.ms
    const spent = createMemoryOnceStore({ now })
    const key = { publicKey: ticketKeys.publicKey }
    const checker = createTicketChecker({ key, issuer: 'business', audience: 'shop', spent, now })
    const checks = await Promise.allSettled(tickets.map((ticket) => checker.check(ticket ?? '')))
    expect(checks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('gets its answer for 120 s after the verdict, and no longer', async () => {
    const { attemptId } = await business.sign()
    await business.verify(attemptId)
    business.clock.ms += 119_999
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
    business.clock.ms += 1
    await expect(business.verify(attemptId)).rejects.toMatchObject({ code: 'attemptSpent' })
  })

  it('may write the number in another way', async () => {
    const { attemptId } = await business.sign()
    await business.verify(attemptId)
    expect(await business.verify(attemptId, '+86 138 0013 8000')).toMatchObject({ outcome: 'verified' })
  })

  it('moves no counter: neither the number’s nor the session’s', async () => {
    const counts = async () => {
      const { attemptId } = await business.sign()
      for (let time = 0; time < 30; time += 1) await business.verify(attemptId)
    }
    for (let login = 0; login < 10; login += 1) await counts()
    expect(await business.login()).toMatchObject({ outcome: 'dailyLimit' })
    business.platform.answerWith(answerCode('001'))
    const { attemptId } = await business.sign()
    for (let time = 0; time < 10; time += 1) {
      expect(await business.verify(attemptId, OTHER)).toMatchObject({ attemptsLeft: 4 })
    }
  })

  it.each([
    ['number', { phone: OTHER }],
    ['token', { token: 'another-token' }],
    ['userInformation', { userInformation: 'another' }],
  ])('with another %s is refused, and the platform is not asked', async (_, change) => {
    const { attemptId } = await business.sign()
    await business.verify(attemptId)
    await expect(business.verify(attemptId, PHONE, change)).rejects.toMatchObject({ code: 'attemptSpent', status: 409 })
    expect(business.platform.requests).toHaveLength(1)
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  })

  it('of a refused one is refused in the same way', async () => {
    const { attemptId } = await business.sign()
    const malformed = { userInformation: '%E0%A4%A' }
    const strict = await start({ userInformation: 'decodedOnce' })
    const refusal = { code: 'requestMalformed' }
    await expect(strict.verify(attemptId, PHONE, malformed)).rejects.toMatchObject(refusal)
    await expect(strict.verify(attemptId, PHONE, malformed)).rejects.toMatchObject(refusal)
    expect(strict.platform.requests).toHaveLength(0)
  })
})

describe('concurrent duplicates', () => {
  it('wait for the first call’s result, also in another process', async () => {
    const other = await start()
    let answer: () => void = () => undefined
    business.platform.answerWith((message, response) => {
      answer = () => void answerCode('000')(message, response)
    })
    const { attemptId } = await business.sign()
    const first = business.verify(attemptId)
    while (business.platform.requests.length === 0) await wait(1)
    const others = [business, other, business, other].map((each) => each.verify(attemptId))
    await wait(60)
    answer()
    const answers = await Promise.all([first, ...others])
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(5).fill('verified'))
    expect(new Set(answers.map(({ ticket }) => decodeJwt(ticket ?? '').jti)).size).toBe(1)
    expect([...business.platform.requests, ...other.platform.requests]).toHaveLength(1)
  })

  it('with another body are refused at once', async () => {
    business.platform.answerWith(() => undefined)
    const { attemptId } = await business.sign()
    const first = business.verify(attemptId)
    while (business.platform.requests.length === 0) await wait(1)
    await expect(business.verify(attemptId, OTHER)).rejects.toMatchObject({ code: 'attemptSpent' })
    expect(await first).toMatchObject({ outcome: 'unavailable', code: 'timeout' })
  })
})

describe('the wrong numbers of a session that run at the same time', () => {
  /** Opens what the platform holds back. */
  function holdAnswers(code: string) {
    const held: (() => void)[] = []
    business.platform.answerWith((message, response) => {
      held.push(() => void answerCode(code)(message, response))
    })
    return () => {
      for (const open of held.splice(0)) open()
    }
  }

  const start30 = async (disturb: (attemptId: string, index: number) => Promise<unknown>) => {
    const answer = holdAnswers('001')
    const session = createSession()
    const attempts = []
    for (let index = 0; index < 30; index += 1) attempts.push((await business.sign(session)).attemptId)
    const checks = []
    for (const [index, attemptId] of attempts.entries()) {
      const asked = business.platform.requests.length
      const check = business.verify(attemptId, createWrongNumber(index)).catch(({ code }) => ({ outcome: code }))
      checks.push(check)
      while (index < 5 && business.platform.requests.length === asked) await wait(1)
      await disturb(attemptId, index)
    }
    answer()
    return (await Promise.all(checks)).map(({ outcome }) => outcome)
  }

  it.each([
    [
      'another body',
      async (attemptId: string, index: number) => {
        await business.verify(attemptId, createWrongNumber(index), { token: 'another' }).catch(() => undefined)
      },
    ],
    [
      'the body and then another',
      async (attemptId: string, index: number) => {
        void business.verify(attemptId, createWrongNumber(index)).catch(() => undefined)
        await business.verify(attemptId, OTHER).catch(() => undefined)
      },
    ],
  ])('stay counted when a repeat with %s starts nothing', async (_, disturb) => {
    const outcomes = await start30(disturb)
    expect(outcomes.filter((outcome) => outcome === 'notThisNumber')).toHaveLength(5)
    expect(business.platform.requests.length).toBe(5)
  })
})

describe('a check whose end is lost', () => {
  /** As after the end of its process: the intent is there, and no result. */
  async function loseEnd() {
    const lost = await start({
      stores: { ...stores, attempts: { ...stores.attempts, finishCheck: () => Promise.reject(new Error('killed')) } },
    })
    const { attemptId } = await business.sign()
    await expect(lost.verify(attemptId)).rejects.toMatchObject({ code: 'internal' })
    return attemptId
  }

  it('is answered as answerLost after its budget, and never sent again', async () => {
    const attemptId = await loseEnd()
    business.clock.ms += 3_000
    for (let time = 0; time < 3; time += 1) {
      expect(await business.verify(attemptId)).toMatchObject({ outcome: 'unavailable', code: 'answerLost' })
    }
    await expect(business.verify(attemptId, OTHER)).rejects.toMatchObject({ code: 'attemptSpent' })
    expect(business.platform.requests).toHaveLength(0)
  })

  it('makes a duplicate wait until the budget ends', async () => {
    const attemptId = await loseEnd()
    const waiting = business.verify(attemptId)
    await wait(30)
    business.clock.ms += 3_000
    expect(await waiting).toMatchObject({ outcome: 'unavailable', code: 'answerLost' })
  })

  it('is lost as well when its verdict comes after the budget', async () => {
    business.platform.answerWith((message, response) => {
      business.clock.ms += 3_000
      void answerCode('000')(message, response)
    })
    const { attemptId } = await business.sign()
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'unavailable', code: 'answerLost' })
    expect(await business.verify(attemptId)).not.toHaveProperty('ticket')
  })

  it('tells the session’s tries left', async () => {
    const attemptId = await loseEnd()
    business.clock.ms += 3_000
    expect(await business.verify(attemptId)).toMatchObject({ attemptsLeft: expect.any(Number) })
  })
})

it.each([
  ['000', 'counters.add'],
  ['001', 'members.add'],
])('the count of %s is written before its result, so that no kill leaves a verdict without it', async (code, count) => {
  const writes: string[] = []
  const counting = await start({
    stores: {
      ...stores,
      attempts: { ...stores.attempts, finishCheck: note('finishCheck', stores.attempts.finishCheck) },
      counters: { add: note('counters.add', stores.counters.add) },
      members: { ...stores.members, add: note('members.add', stores.members.add) },
    },
  })
  function note<A extends unknown[], R>(name: string, write: (...values: A) => R) {
    return (...values: A) => {
      writes.push(name)
      return write(...values)
    }
  }
  counting.platform.answerWith(answerCode(code))
  const { attemptId } = await business.sign()
  await counting.verify(attemptId)
  expect(writes.slice(-2)).toEqual([count, 'finishCheck'])
})

it('the stores never hold a number, a token or a session id', async () => {
  const held: unknown[] = []
  const spyOn = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const method = target[name as keyof T] as (...values: unknown[]) => unknown
        return (...values: unknown[]) => {
          held.push(name, values)
          return method(...values)
        }
      },
    })
  const { preSigns, attempts, counters, members } = stores
  const spied = {
    preSigns: spyOn(preSigns),
    attempts: spyOn(attempts),
    counters: spyOn(counters),
    members: spyOn(members),
  }
  const spying = await start({ stores: spied, beforeTicket: () => 'allow' })
  const session = createSession()
  const { attemptId } = await spying.sign(session)
  await spying.verify(attemptId)
  expect(held).toEqual(expect.arrayContaining(['put', 'startCheck', 'finishCheck', 'add', 'remove', 'findExpiry']))
  expect(JSON.stringify(held)).not.toMatch(RegExp(`13800138000|token-of|${session}`))
})
