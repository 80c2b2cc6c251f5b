// How often a login waits for its stores: on many machines each wait is a round trip to Redis.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createMemoryStores, type Stores } from '../../src'
import { type SmsBusiness, startSms } from '../sms/support/sms'
import { type Business, createSession, startBusiness } from '../support/business'
import { answerCode } from '../support/platform-stand-in'

/** Stores whose calls wait until all that are on their way are answered together. */
function createCountingStores() {
  const waiting: (() => void)[] = []
  const holdBack = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const method = target[name as keyof T] as (...values: unknown[]) => unknown
        return async (...values: unknown[]) => {
          await new Promise<void>((resolve) => waiting.push(resolve))
          return method(...values)
        }
      },
    })
  const { preSigns, attempts, counters, members, codes } = createMemoryStores()
  const stores: Stores = {
    preSigns: holdBack(preSigns),
    attempts: holdBack(attempts),
    counters: holdBack(counters),
    members: holdBack(members),
    codes: holdBack(codes!),
    receipts: holdBack({ append: async () => undefined }),
  }

  /** How many round trips the work needs. */
  async function countWaits(work: () => Promise<unknown>): Promise<number> {
    let [waits, ended] = [0, false]
    const running = work().finally(() => {
      ended = true
    })
    while (!ended) {
      await nextTurn()
      if (waiting.length === 0) continue
      waits += 1
      for (const answer of waiting.splice(0)) answer()
    }
    await running
    return waits
  }
  return { stores, countWaits }
}

let business: Business | SmsBusiness

afterEach(() => business.stop())

it.each([
  ['without', {}],
  ['with', { beforeTicket: () => 'allow' as const }],
])('a login %s beforeTicket waits three times: once to sign, twice to verify', async (_, options) => {
  const { stores, countWaits } = createCountingStores()
  const carrier = await startBusiness({ stores, ...options })
  business = carrier
  let attemptId = ''
  const sign = async () => {
    attemptId = (await carrier.sign()).attemptId
  }
  expect(await countWaits(sign)).toBe(1)
  expect(await countWaits(() => carrier.verify(attemptId))).toBe(2)
})

it.each([
  ['without', {}],
  ['with', { beforeTicket: () => 'allow' as const }],
])(
  'a login by message %s beforeTicket waits five times: twice before it is sent, once after, twice to check',
  async (_, options) => {
    const { stores, countWaits } = createCountingStores()
    const sms = await startSms({
      stores,
      ...options,
      sms: { verifyCaptcha: async () => true, limits: { sendsPerSession: 1 } },
    })
    business = sms
    const device = createSession()
    expect(await countWaits(() => sms.send({ device }))).toBe(3)
    expect(await countWaits(() => sms.check(sms.createWrongCode(), { device }))).toBe(1)
    expect(await countWaits(() => sms.check(sms.readCode(), { device }))).toBe(2)
  },
)

it('a message that is refused waits once', async () => {
  const { stores, countWaits } = createCountingStores()
  const sms = await startSms({ stores })
  business = sms
  await countWaits(() => sms.send())
  expect(await countWaits(() => sms.send().catch(() => undefined))).toBe(1)
})

it('a check that fails waits no longer: it is counted beside its end', async () => {
  const { stores, countWaits } = createCountingStores()
  const carrier = await startBusiness({ stores })
  business = carrier
  carrier.platform.answerWith(answerCode('120020'))
  let attemptId = ''
  const sign = async () => {
    attemptId = (await carrier.sign()).attemptId
  }
  await countWaits(sign)
  expect(await countWaits(() => carrier.verify(attemptId))).toBe(2)
})
