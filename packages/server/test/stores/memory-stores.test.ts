// What the memory stores guarantee besides `stores.test.ts`: they are bounded.
import { createMemoryOnceStore } from '../../src'
import { ExpiringMap } from '../../src/stores/expiring-map'

let ms = 0
const now = () => ms

beforeEach(() => {
  ms = 1_000
})

describe('a full store', () => {
  it('refuses new keys instead of dropping old ones', async () => {
    const store = createMemoryOnceStore({ now, capacity: 2 })
    await store.addOnce('a', 100)
    await store.addOnce('b', 100)
    await expect(store.addOnce('c', 100)).rejects.toMatchObject({ code: 'overloaded' })
    expect(await store.addOnce('a', 100)).toBe(false)
  })

  it('accepts a new key once an old one has expired', async () => {
    const store = createMemoryOnceStore({ now, capacity: 2 })
    await store.addOnce('a', 100)
    await store.addOnce('b', 200)
    ms += 100
    expect(await store.addOnce('c', 100)).toBe(true)
    await expect(store.addOnce('d', 100)).rejects.toMatchObject({ code: 'overloaded' })
  })

  it('refuses without a sweep until the next entry expires', () => {
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

it('expired entries are swept before the map is full', () => {
  const map = new ExpiringMap<number>(1_000_000, now)
  for (let key = 0; key < 10_000; key += 1) {
    ms += 1
    map.set(String(key), key, 100)
  }
  expect(map.size).toBeLessThan(2_500)
})
