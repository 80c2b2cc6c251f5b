import { setImmediate as nextTurn } from 'node:timers/promises'
import { createMemoryStores } from '../src'
import { createRoom } from '../src/room'
import { createFacts, INFORMATION, PHONE, startBusiness } from './support/business'
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

it('once a room is more than half full, one owner gets no more than a quarter of it, and others find room', () => {
  const room = createRoom(16)
  const takeTimes = (count: number, owner: string) => Array.from({ length: count }, () => room.takePlace(owner))
  const [leave] = takeTimes(9, 'a stranger')
  const overloaded = expect.objectContaining({ code: 'overloaded', facts: { retryAfterMs: 1_000 } })
  expect(() => room.takePlace('a stranger')).toThrow(overloaded)
  const [leaveOther] = takeTimes(4, 'another')
  expect(() => room.takePlace('another')).toThrow(overloaded)
  leaveOther?.()
  takeTimes(1, 'another')
  takeTimes(3, 'a third')
  expect(() => room.takePlace('a fourth')).toThrow(overloaded)
  leave?.()
  takeTimes(1, 'a fourth')
})

it('one address whose tokens the platform is slow to judge leaves room for the checks of others', async () => {
  const business = await startBusiness({ limits: { checksAtOnce: 8 }, times: { platformTimeoutMs: 2_000 } })
  const waiting: (() => void)[] = []
  business.platform.answerWith((message, response) => {
    const answer = () => void answerCode('000')(message, response)
    if (message.body.token === 'slow') waiting.push(answer)
    else answer()
  })
  const verify = async (token: string, address: string) => {
    const { attemptId } = await business.sign()
    const request = { attemptId, phone: PHONE, token, userInformation: INFORMATION }
    return business.server.verify(request, createFacts({ address }))
  }
  const refused: string[] = []
  const slow = Array.from({ length: 20 }, () => verify('slow', '203.0.113.7').catch(({ code }) => refused.push(code)))
  while (waiting.length + refused.length < 20) await nextTurn()
  expect(new Set(refused)).toEqual(new Set(['overloaded']))
  expect(await verify('token', '203.0.113.8')).toMatchObject({ outcome: 'verified' })
  for (const answer of waiting) answer()
  await Promise.all(slow)
  await business.stop()
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
  const settled = await Promise.allSettled(
    attempts.map(({ attemptId }, index) => {
      const request = { attemptId, phone: PHONE, token: 'token', userInformation: INFORMATION }
      return business.server.verify(request, createFacts({ address: `203.0.113.${index}` }))
    }),
  )
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
