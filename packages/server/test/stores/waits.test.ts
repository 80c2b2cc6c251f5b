// How often a login waits for its stores: on many machines each wait is a round trip to Redis.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createMemoryStores, type Stores } from '../../src'
import { type Business, startBusiness } from '../support/business'
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
  const { preSigns, attempts, counters, members } = createMemoryStores()
  const stores: Stores = {
    preSigns: holdBack(preSigns),
    attempts: holdBack(attempts),
    counters: holdBack(counters),
    members: holdBack(members),
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

let business: Business

afterEach(() => business.stop())

it.each([
  ['without', {}],
  ['with', { beforeTicket: () => 'allow' as const }],
])('a login %s beforeTicket waits three times: once to sign, twice to verify', async (_, options) => {
  const { stores, countWaits } = createCountingStores()
  business = await startBusiness({ stores, ...options })
  let attemptId = ''
  const sign = async () => {
    attemptId = (await business.sign()).attemptId
  }
  expect(await countWaits(sign)).toBe(1)
  expect(await countWaits(() => business.verify(attemptId))).toBe(2)
})

it('a check that fails waits no longer: it is counted beside its end', async () => {
  const { stores, countWaits } = createCountingStores()
  business = await startBusiness({ stores })
  business.platform.answerWith(answerCode('120020'))
  let attemptId = ''
  const sign = async () => {
    attemptId = (await business.sign()).attemptId
  }
  await countWaits(sign)
  expect(await countWaits(() => business.verify(attemptId))).toBe(2)
})
