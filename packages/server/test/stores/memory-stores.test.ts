// What the memory stores guarantee besides `stores.test.ts`: they are bounded.
import fc from 'fast-check'
import { createMemoryOnceStore, createMemoryStores, type Stores } from '../../src'
import { ATTEMPT } from '../../src/stores/contract/rule'
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

describe('a full map in which entries expire one by one', () => {
  const CAPACITY = 50_000

  /** How long insertions take while each must find the one entry that has expired. In ms. */
  function measure(map: ExpiringMap<number>, insert: (round: number) => void): number {
    for (let key = 0; key < CAPACITY; key += 1) {
      ms += 1
      map.set(`first ${key}`, key, CAPACITY)
    }
    const start = performance.now()
    for (let round = 0; round < CAPACITY; round += 1) {
      ms += 1
      insert(round)
    }
    return performance.now() - start
  }

  // A sweep per insertion takes minutes.
  it('accepts a new entry for each one that expired, without looking at the others', () => {
    const map = new ExpiringMap<number>(CAPACITY, now)
    expect(measure(map, (round) => map.set(`second ${round}`, round, CAPACITY))).toBeLessThan(5_000)
    expect(map.size).toBe(CAPACITY)
  })

  it('refuses as fast while none has expired', () => {
    const map = new ExpiringMap<number>(CAPACITY, now)
    let refused = 0
    const took = measure(map, () => {
      ms -= 1
      try {
        map.set('one more', 1, 1)
      } catch {
        refused += 1
      }
    })
    expect(refused).toBe(CAPACITY)
    expect(took).toBeLessThan(5_000)
  })
})

/** What an expiring map must do, in the plainest way. */
class PlainMap {
  readonly #entries = new Map<string, { value: number; expiresAt: number }>()

  constructor(readonly capacity: number) {}

  get(key: string) {
    return this.#findLive().get(key)?.value
  }

  set(key: string, value: number, ttlMs: number) {
    const live = this.#findLive()
    if (live.size >= this.capacity && !live.has(key)) throw new Error('full')
    live.set(key, { value, expiresAt: live.get(key)?.expiresAt ?? ms + ttlMs })
  }

  renew(key: string, value: number, ttlMs: number) {
    const live = this.#findLive()
    if (live.size >= this.capacity && !live.has(key)) throw new Error('full')
    live.set(key, { value, expiresAt: ms + ttlMs })
  }

  delete(key: string) {
    this.#entries.delete(key)
  }

  #findLive() {
    for (const [name, { expiresAt }] of this.#entries) if (expiresAt <= ms) this.#entries.delete(name)
    return this.#entries
  }
}

interface Operation {
  readonly key: string
  readonly does: 'set' | 'renew' | 'get' | 'delete'
  readonly ttlMs: number
}

function perform(map: PlainMap | ExpiringMap<number>, { key, does, ttlMs }: Operation, value: number): unknown {
  try {
    const operations = {
      set: () => map.set(key, value, ttlMs),
      renew: () => map.renew(key, value, ttlMs),
      get: () => map.get(key),
      delete: () => map.delete(key),
    }
    return operations[does]()
  } catch {
    return 'refused'
  }
}

it('a map does what a plain one would, whatever the order of expiries, renewals, deletions and the clock', () => {
  const operation = fc.record({
    key: fc.constantFrom(...'abcdefgh'),
    does: fc.constantFrom<Operation['does']>('set', 'set', 'renew', 'get', 'delete'),
    ttlMs: fc.integer({ min: 1, max: 50 }),
    passes: fc.integer({ min: 0, max: 10 }),
  })
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 200 }), (operations) => {
      const maps = [new ExpiringMap<number>(4, now), new PlainMap(4)] as const
      for (const [value, { passes, ...rest }] of operations.entries()) {
        ms += passes
        expect(perform(maps[0], rest, value)).toEqual(perform(maps[1], rest, value))
      }
    }),
  )
})

/** Adds an entry for an owner to each kind of store that a stranger can fill. */
const STRANGERS = [
  ['msgIds', ({ preSigns }: Stores, key: string, owner?: string) => preSigns.addOnce(key, 1_000, owner)],
  ['attempts', ({ attempts }: Stores, key: string, owner?: string) => attempts.put(key, ATTEMPT, 1_000, owner)],
  ['counters', ({ counters }: Stores, key: string, owner?: string) => counters.add(key, 1, 1_000, owner)],
  ['sets', ({ members }: Stores, key: string, owner?: string) => members.add(key, 'member', 1_000, owner)],
] as const

describe.each(STRANGERS)('the memory of %s', (_, add) => {
  it('gives each owner a tenth of its room once it is half full, so that nobody can fill it for all', async () => {
    const stores = createMemoryStores({ capacity: 100, now })
    for (let index = 0; index < 50; index += 1) await add(stores, `greedy ${index}`, 'greedy')
    await expect(add(stores, 'greedy 50', 'greedy')).rejects.toMatchObject({ code: 'overloaded' })
    for (let index = 0; index < 10; index += 1) await add(stores, `another ${index}`, 'another')
    await expect(add(stores, 'another 10', 'another')).rejects.toMatchObject({ code: 'overloaded' })
    await add(stores, 'a third', 'a third')
  })

  it('has room for an owner again as soon as the entries of that owner have expired, all at once', async () => {
    const stores = createMemoryStores({ capacity: 1_000, now })
    for (let index = 0; index < 500; index += 1) await add(stores, `greedy ${index}`, 'greedy')
    for (let index = 0; index < 300; index += 1) await add(stores, `other ${index}`)
    ms += 1_000
    await add(stores, 'one more', 'greedy')
  })

  it('has no shares for keys without an owner', async () => {
    const stores = createMemoryStores({ capacity: 100, now })
    for (let index = 0; index < 100; index += 1) await add(stores, `key ${index}`)
    await expect(add(stores, 'one more')).rejects.toMatchObject({ code: 'overloaded' })
  })
})

describe('an owner whose share is full', () => {
  const fill = async (fillOne: (key: string) => Promise<unknown>) => {
    for (let index = 0; index < 50; index += 1) await fillOne(`key ${index}`)
  }

  it('keeps a set that gets another member: wrong numbers are not forgotten', async () => {
    const { members } = createMemoryStores({ capacity: 100, now })
    await fill((key) => members.add(key, 'first', 1_000, 'greedy'))
    expect(await members.add('key 0', 'second', 2_000, 'greedy')).toEqual({ size: 2, isNew: true })
    ms += 1_000
    expect(await members.count('key 0')).toBe(1)
  })

  it('keeps an attempt whose check goes on', async () => {
    const { attempts } = createMemoryStores({ capacity: 100, now })
    await fill((key) => attempts.put(key, ATTEMPT, 1_000, 'greedy'))
    const start = { request: 'request', budgetMs: 1_500, ttlMs: 2_000 }
    expect((await attempts.startCheck('key 0', start))?.progress).toMatchObject({ state: 'verifying', started: true })
    ms += 1_000
    expect(await attempts.finishCheck('key 0', 'result', 2_000)).toBe(true)
  })

  it('counts on', async () => {
    const { counters } = createMemoryStores({ capacity: 100, now })
    await fill((key) => counters.add(key, 1, 1_000, 'greedy'))
    expect(await counters.add('key 0', 1, 1_000, 'greedy')).toBe(2)
  })

  it('still has its share when its entries were renewed', async () => {
    const { members } = createMemoryStores({ capacity: 100, now })
    await fill((key) => members.add(key, 'first', 1_000, 'greedy'))
    await fill((key) => members.add(key, 'second', 1_000, 'another'))
    await expect(members.add('new', 'member', 1_000, 'greedy')).rejects.toMatchObject({ code: 'overloaded' })
    expect(await members.add('new', 'member', 1_000, 'another')).toEqual({ size: 1, isNew: true })
  })
})
