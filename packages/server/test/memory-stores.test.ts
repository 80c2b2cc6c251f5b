import { createMemoryAttemptStore, createMemoryCounterStore, createMemoryOnceStore } from '../src'
import { ExpiringMap } from '../src/expiring-map'

const attempt = { traceId: 'trace', msgId: 'msg', session: 'session' }

let ms = 0
const now = () => ms

beforeEach(() => {
  ms = 1_000
})

describe('what may be used once', () => {
  it('goes to one of many racing callers', async () => {
    const store = createMemoryOnceStore({ now })
    const wins = await Promise.all(Array.from({ length: 50 }, () => store.addOnce('key', 100)))
    expect(wins.filter(Boolean)).toHaveLength(1)
  })

  it('is free again once its time is over, not before', async () => {
    const store = createMemoryOnceStore({ now })
    await store.addOnce('key', 100)
    ms += 99
    expect(await store.addOnce('key', 100)).toBe(false)
    ms += 1
    expect(await store.addOnce('key', 100)).toBe(true)
  })
})

describe('an attempt', () => {
  it('is taken by one of many racing callers', async () => {
    const store = createMemoryAttemptStore({ now })
    await store.put('id', attempt, 100)
    const taken = await Promise.all(Array.from({ length: 50 }, () => store.take('id')))
    expect(taken.filter(Boolean)).toEqual([attempt])
  })

  it('is gone once its time is over', async () => {
    const store = createMemoryAttemptStore({ now })
    await store.put('id', attempt, 100)
    ms += 100
    expect(await store.take('id')).toBeNull()
  })
})

describe('a counter', () => {
  it('adds up, never below zero', async () => {
    const store = createMemoryCounterStore({ now })
    expect(await store.add('key', 2, 100)).toBe(2)
    expect(await store.add('key', -1, 100)).toBe(1)
    expect(await store.add('key', -5, 100)).toBe(0)
    expect(await store.add('key', 0, 100)).toBe(0)
  })

  it('is forgotten a while after its first addition, however often it is added to', async () => {
    const store = createMemoryCounterStore({ now })
    await store.add('key', 1, 100)
    ms += 60
    await store.add('key', 1, 100)
    ms += 40
    expect(await store.add('key', 0, 100)).toBe(0)
  })
})

describe('a store that is full', () => {
  it('refuses rather than forgets', async () => {
    const store = createMemoryOnceStore({ now, capacity: 2 })
    await store.addOnce('a', 100)
    await store.addOnce('b', 100)
    await expect(store.addOnce('c', 100)).rejects.toMatchObject({ code: 'overloaded' })
    expect(await store.addOnce('a', 100)).toBe(false)
  })

  it('has room again when something has expired', async () => {
    const store = createMemoryOnceStore({ now, capacity: 2 })
    await store.addOnce('a', 100)
    await store.addOnce('b', 200)
    ms += 100
    expect(await store.addOnce('c', 100)).toBe(true)
    await expect(store.addOnce('d', 100)).rejects.toMatchObject({ code: 'overloaded' })
  })

  it('does not search all it holds for every refusal', () => {
    const map = new ExpiringMap<number>(2, now)
    map.set('a', 1, 100)
    map.set('b', 1, 100)
    expect(() => map.set('c', 1, 100)).toThrow('try again later')
    ms += 99
    expect(() => map.set('c', 1, 100)).toThrow('try again later')
    ms += 1
    map.set('c', 1, 100)
    expect(map.size).toBe(1)
  })
})

it('expired entries do not pile up', () => {
  const map = new ExpiringMap<number>(1_000_000, now)
  for (let key = 0; key < 10_000; key += 1) {
    ms += 1
    map.set(String(key), key, 100)
  }
  expect(map.size).toBeLessThan(2_500)
})
