// Limits of signatures, through a whole server.
import { createMemoryStores, type QuotaFacts } from '../../src'
import { type Business, createFacts, createPreSign, createSession, NOON, startBusiness } from '../support/business'

let business: Business

/** The library that counts reads the real clock, too. */
beforeEach(() => {
  jest.useFakeTimers({ now: NOON, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] })
})

afterEach(async () => {
  jest.useRealTimers()
  await business.stop()
})

const passTime = (ms: number) => {
  business.clock.ms += ms
  jest.setSystemTime(business.clock.ms)
}

const start = async (limits: Record<string, number>) => {
  business = await startBusiness({ limits, stores: createMemoryStores({ now: () => business.clock.ms }) })
}

const sign = (client: { address?: string; callerId?: string }, onQuota?: (quota: QuotaFacts) => void) => {
  const body = { preSign: createPreSign(business.clock.ms), consent: { version: '2026-01' }, session: createSession() }
  return business.server.sign(body, createFacts({ ...client, onQuota }))
}

const signTimes = async (count: number, client: { address?: string; callerId?: string }) => {
  const settled = await Promise.allSettled(Array.from({ length: count }, () => sign(client)))
  return settled.filter(({ status }) => status === 'fulfilled').length
}

it.each([
  ['an IPv4 address', 'signsPerIpv4', { address: '203.0.113.7' }, { address: '203.0.113.8' }],
  ['an IPv6 network', 'signsPerIpv6Network', { address: '2001:db8::1' }, { address: '2001:db8:0:1::1' }],
  ['a caller', 'signsPerCaller', { callerId: 'a'.repeat(16) }, { callerId: 'b'.repeat(16) }],
])('%s gets so many signatures a minute, and others are not affected', async (_, reason, client, other) => {
  await start({ [reason]: 3 })
  expect(await signTimes(5, client)).toBe(3)
  passTime(15_000)
  await expect(sign(client)).rejects.toMatchObject({
    code: 'rateLimited',
    status: 429,
    facts: { reason, retryAfterMs: 45_000 },
  })
  expect(await signTimes(3, other)).toBe(3)
  passTime(45_001)
  expect(await signTimes(3, client)).toBe(3)
})

it('across the edge of two minutes a client gets twice the limit at most, and never more in both', async () => {
  await start({ signsPerIpv4: 3 })
  const client = { address: '203.0.113.7' }
  passTime(59_999)
  expect(await signTimes(5, client)).toBe(3)
  passTime(1)
  let signed = 0
  for (let second = 0; second < 60; second += 10) {
    signed += await signTimes(2, client)
    passTime(9_999)
  }
  expect(signed).toBe(3)
})

it('addresses of one IPv6 network count together', async () => {
  await start({ signsPerIpv6Network: 2 })
  expect(await signTimes(2, { address: '2001:db8::1' })).toBe(2)
  expect(await signTimes(1, { address: '2001:db8::2' })).toBe(0)
})

it('a client over its limit is refused without asking the stores', async () => {
  const stores = createMemoryStores()
  business = await startBusiness({ limits: { signsPerIpv4: 3 }, stores })
  await signTimes(4, { address: '203.0.113.7' })
  const asked = [
    jest.spyOn(stores.counters, 'add'),
    jest.spyOn(stores.preSigns, 'addOnce'),
    jest.spyOn(stores.attempts, 'put'),
  ]
  expect(await signTimes(100, { address: '203.0.113.7' })).toBe(0)
  for (const spy of asked) expect(spy).not.toHaveBeenCalled()
})

it('what is left of the limit is told', async () => {
  await start({ signsPerIpv4: 3 })
  const heard = jest.fn()
  await sign({ address: '203.0.113.7' }, heard)
  const limit = { name: 'signsPerIpv4', limit: 3, windowMs: 60_000, resetMs: 60_000 }
  expect(heard).toHaveBeenCalledWith({ ...limit, remaining: 2 })
})

it('clients whose address the transport does not know count together: no address means no exception', async () => {
  await start({ signsPerIpv4: 3 })
  expect(await signTimes(2, {})).toBe(2)
  expect(await signTimes(5, { address: 'unknown' })).toBe(1)
})

it('networks of one IPv6 site count together, too', async () => {
  await start({ signsPerIpv6Site: 3 })
  const networks = Array.from({ length: 5 }, (_none, index) => signTimes(1, { address: `2001:db8:0:${index}::1` }))
  expect((await Promise.all(networks)).filter(Boolean)).toHaveLength(3)
  expect(await signTimes(1, { address: '2001:db8:1::1' })).toBe(1)
})

it('a caller that the transport knows does not count for its address', async () => {
  await start({ signsPerIpv4: 1 })
  expect(await signTimes(5, { address: '203.0.113.7', callerId: 'a'.repeat(16) })).toBe(5)
})

it('the stores never hold an address', async () => {
  const stores = createMemoryStores()
  const add = jest.spyOn(stores.counters, 'add')
  const addOnce = jest.spyOn(stores.preSigns, 'addOnce')
  business = await startBusiness({ stores })
  await sign({ address: '203.0.113.7' })
  const held = JSON.stringify([add.mock.calls, addOnce.mock.calls])
  expect(held).toContain('signsPerIpv4')
  expect(held).not.toContain('203.0.113')
})
