// What every implementation of the stores promises.
import { createMemoryStores, type Stores } from '../../src'
import { createCloudStores } from '../../src/cloud'
import { createCloudDatabaseDouble } from '../support/cloud-database-double'

const attempt = { traceId: 'trace', msgId: 'msg', session: 'session' }

let ms = 0
const now = () => ms

beforeEach(() => {
  ms = 1_000
})

describe.each<[string, () => Stores]>([
  ['in memory', () => createMemoryStores({ now })],
  ['in the cloud database', () => createCloudStores(createCloudDatabaseDouble(), { now })],
])('stores %s', (_, createStores) => {
  let stores: Stores
  beforeEach(() => {
    stores = createStores()
  })

  describe('what may be used once', () => {
    it('goes to one of many racing callers', async () => {
      const wins = await Promise.all(Array.from({ length: 50 }, () => stores.preSigns.addOnce('key', 100)))
      expect(wins.filter(Boolean)).toHaveLength(1)
    })

    it('is free again once its time is over, not before', async () => {
      await stores.preSigns.addOnce('key', 100)
      ms += 99
      expect(await stores.preSigns.addOnce('key', 100)).toBe(false)
      ms += 1
      expect(await stores.preSigns.addOnce('key', 100)).toBe(true)
      expect(await stores.preSigns.addOnce('key', 100)).toBe(false)
    })

    it('goes to one of many racing callers when it is free again, too', async () => {
      await stores.preSigns.addOnce('key', 100)
      ms += 100
      const wins = await Promise.all(Array.from({ length: 50 }, (_none, i) => stores.preSigns.addOnce('key', 100 + i)))
      expect(wins.filter(Boolean)).toHaveLength(1)
    })

    it('is something else under another key', async () => {
      await stores.preSigns.addOnce('key', 100)
      expect(await stores.preSigns.addOnce('another', 100)).toBe(true)
    })
  })

  describe('an attempt', () => {
    it('is taken by one of many racing callers', async () => {
      await stores.attempts.put('id', attempt, 100)
      const taken = await Promise.all(Array.from({ length: 50 }, () => stores.attempts.take('id')))
      expect(taken.filter(Boolean)).toEqual([attempt])
    })

    it('is there until its time is over', async () => {
      await stores.attempts.put('id', attempt, 100)
      ms += 99
      expect(await stores.attempts.take('id')).toEqual(attempt)
    })

    it('is gone once its time is over', async () => {
      await stores.attempts.put('id', attempt, 100)
      ms += 100
      expect(await stores.attempts.take('id')).toBeNull()
    })

    it('is nothing that was never put', async () => {
      expect(await stores.attempts.take('id')).toBeNull()
    })
  })

  describe('a counter', () => {
    it('adds up, never below zero', async () => {
      const { counters } = stores
      expect(await counters.add('key', 2, 100)).toBe(2)
      expect(await counters.add('key', -1, 100)).toBe(1)
      expect(await counters.add('key', -5, 100)).toBe(0)
      expect(await counters.add('key', 0, 100)).toBe(0)
    })

    it('gives every one of many racing callers a sum of its own', async () => {
      const sums = await Promise.all(Array.from({ length: 20 }, () => stores.counters.add('key', 1, 100)))
      expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1))
    })

    it('loses none of many racing additions, whatever each adds', async () => {
      await Promise.all(Array.from({ length: 20 }, (_none, index) => stores.counters.add('key', index + 1, 100)))
      expect(await stores.counters.add('key', 0, 100)).toBe(210)
    })

    it('is forgotten a while after its first addition, however often it is added to', async () => {
      const { counters } = stores
      await counters.add('key', 1, 100)
      ms += 60
      await counters.add('key', 1, 100)
      ms += 39
      expect(await counters.add('key', 0, 100)).toBe(2)
      ms += 1
      expect(await counters.add('key', 0, 100)).toBe(0)
      expect(await counters.add('key', 1, 100)).toBe(1)
    })

    it('that is back at zero starts anew', async () => {
      const { counters } = stores
      await counters.add('key', 1, 100)
      ms += 60
      await counters.add('key', -1, 100)
      await counters.add('key', 1, 100)
      ms += 60
      expect(await counters.add('key', 0, 100)).toBe(1)
    })
  })
})
