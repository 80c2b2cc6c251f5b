import { setImmediate as nextTurn } from 'node:timers/promises'
import { createMemoryStores } from '../src'
import { createRoom } from '../src/room'
import { startBusiness } from './support/business'
import { answerCode } from './support/platform-stand-in'

it('a place beyond those there are is refused, with a time to try again', () => {
  const room = createRoom(2)
  const leave = room.takePlace()
  room.takePlace()
  expect(() => room.takePlace()).toThrow(
    expect.objectContaining({ code: 'overloaded', status: 503, facts: { retryAfterMs: 1_000 } }),
  )
  leave()
})

it('a place that was given back can be taken again', async () => {
  const room = createRoom(1)
  room.takePlace()()
  await nextTurn()
  expect(room.takePlace()).toBeInstanceOf(Function)
})

it('many repeats of one request take no places from others', async () => {
  const stores = createMemoryStores()
  const slow = { ...stores.attempts, startCheck: hold(stores.attempts.startCheck) }
  const business = await startBusiness({ limits: { checksAtOnce: 3 }, stores: { ...stores, attempts: slow } })
  const [repeated, honest] = [await business.sign(), await business.sign()]
  await business.verify(repeated.attemptId)
  const repeats = Array.from({ length: 50 }, () => business.verify(repeated.attemptId))
  expect(await business.verify(honest.attemptId)).toMatchObject({ outcome: 'verified' })
  expect((await Promise.all(repeats)).every(({ outcome }) => outcome === 'verified')).toBe(true)
  await business.stop()
})

/** As a store over a network. */
function hold<Values extends unknown[], T>(call: (...values: Values) => Promise<T>) {
  return async (...values: Values) => {
    await nextTurn()
    return call(...values)
  }
}

it('an attempt that finds no room stays valid, and the platform gets no more sockets than places', async () => {
  const business = await startBusiness({ limits: { checksAtOnce: 3 }, times: { platformTimeoutMs: 2_000 } })
  const waiting: (() => void)[] = []
  business.platform.answerWith((message, response) => {
    waiting.push(() => void answerCode('000')(message, response))
    if (waiting.length === 3) for (const answer of waiting) answer()
  })
  const attempts = await Promise.all(Array.from({ length: 8 }, () => business.sign()))
  const settled = await Promise.allSettled(attempts.map(({ attemptId }) => business.verify(attemptId)))
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(business.platform.connections).toBe(3)
  business.platform.answerWith(answerCode('000'))
  const refused = attempts.filter((_, index) => settled[index]?.status === 'rejected')
  for (const { attemptId } of refused) {
    expect(await business.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  }
  await business.stop()
})

it('signs beyond 256 at a time are refused at once, with a time to try again', async () => {
  const business = await startBusiness()
  const settled = await Promise.allSettled(Array.from({ length: 300 }, () => business.sign()))
  const refused = settled.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(44)
  expect(refused[0]).toMatchObject({ reason: { code: 'overloaded', facts: { retryAfterMs: 1_000 } } })
  await business.stop()
})
