// What every implementation of the stores guarantees.
import { createMemoryStores, type Stores } from '../../src'
import { createCloudStores } from '../../src/cloud'
import { createCloudDatabase } from '../support/cloud-database-stand-in'

const attempt = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' } as const
const unconfirmed = { ...attempt, consent: 'missing' } as const

let ms = 0
const now = () => ms

beforeEach(() => {
  ms = 1_000
})

describe.each<[string, () => Stores]>([
  ['in memory', () => createMemoryStores({ now })],
  ['in the cloud database', () => createCloudStores(createCloudDatabase(), { now })],
])('stores %s', (_, createStores) => {
  let stores: Stores
  beforeEach(() => {
    stores = createStores()
  })

  describe('a once store', () => {
    it('accepts a key from one of many racing callers', async () => {
      const wins = await Promise.all(Array.from({ length: 50 }, () => stores.preSigns.addOnce('key', 100)))
      expect(wins.filter(Boolean)).toHaveLength(1)
    })

    it('accepts a key again after its TTL, and not before', async () => {
      await stores.preSigns.addOnce('key', 100)
      ms += 99
      expect(await stores.preSigns.addOnce('key', 100)).toBe(false)
      ms += 1
      expect(await stores.preSigns.addOnce('key', 100)).toBe(true)
      expect(await stores.preSigns.addOnce('key', 100)).toBe(false)
    })

    it('accepts an expired key from one of many racing callers', async () => {
      await stores.preSigns.addOnce('key', 100)
      ms += 100
      const wins = await Promise.all(Array.from({ length: 50 }, (_none, i) => stores.preSigns.addOnce('key', 100 + i)))
      expect(wins.filter(Boolean)).toHaveLength(1)
    })

    it('keeps keys apart', async () => {
      await stores.preSigns.addOnce('key', 100)
      expect(await stores.preSigns.addOnce('another', 100)).toBe(true)
    })
  })

  describe('an attempt', () => {
    it('is returned to one of many racing callers', async () => {
      await stores.attempts.put('id', attempt, 100)
      const taken = await Promise.all(Array.from({ length: 50 }, () => stores.attempts.take('id')))
      expect(taken.filter(Boolean)).toEqual([attempt])
    })

    it('is kept until its TTL ends', async () => {
      await stores.attempts.put('id', attempt, 100)
      ms += 99
      expect(await stores.attempts.take('id')).toEqual(attempt)
    })

    it('is gone when its TTL ends', async () => {
      await stores.attempts.put('id', attempt, 100)
      ms += 100
      expect(await stores.attempts.take('id')).toBeNull()
    })

    it('is null if it was never put', async () => {
      expect(await stores.attempts.take('id')).toBeNull()
    })

    it.each(['missing', 'pending'] as const)('whose consent is %s is returned and stays', async (consent) => {
      await stores.attempts.put('id', { ...attempt, consent }, 100)
      expect(await stores.attempts.take('id')).toEqual({ ...attempt, consent })
      expect(await stores.attempts.take('id')).toEqual({ ...attempt, consent })
    })

    it('has its consent changed by one of many racing callers', async () => {
      await stores.attempts.put('id', unconfirmed, 100)
      const change = () => stores.attempts.changeConsent('id', 'missing', 'pending')
      const changes = await Promise.all(Array.from({ length: 50 }, change))
      expect(changes.filter((result) => result?.changed)).toHaveLength(1)
      for (const result of changes) expect(result?.attempt).toMatchObject({ traceId: 'trace', session: 'session' })
    })

    it('can be taken once its consent is kept', async () => {
      await stores.attempts.put('id', unconfirmed, 100)
      await stores.attempts.changeConsent('id', 'missing', 'pending')
      expect(await stores.attempts.changeConsent('id', 'missing', 'kept')).toMatchObject({ changed: false })
      expect(await stores.attempts.changeConsent('id', 'pending', 'kept')).toMatchObject({ changed: true })
      expect(await stores.attempts.take('id')).toEqual(attempt)
      expect(await stores.attempts.changeConsent('id', 'kept', 'missing')).toBeNull()
    })

    it('keeps its expiry when its consent changes', async () => {
      await stores.attempts.put('id', unconfirmed, 100)
      ms += 99
      await stores.attempts.changeConsent('id', 'missing', 'kept')
      ms += 1
      expect(await stores.attempts.take('id')).toBeNull()
      expect(await stores.attempts.changeConsent('id', 'kept', 'missing')).toBeNull()
    })

    it('has no consent to change if it was never put', async () => {
      expect(await stores.attempts.changeConsent('id', 'missing', 'kept')).toBeNull()
    })
  })

  describe('a counter', () => {
    it('adds up and never falls below 0', async () => {
      const { counters } = stores
      expect(await counters.add('key', 2, 100)).toBe(2)
      expect(await counters.add('key', -1, 100)).toBe(1)
      expect(await counters.add('key', -5, 100)).toBe(0)
      expect(await counters.add('key', 0, 100)).toBe(0)
    })

    it('gives each of many racing callers its own sum', async () => {
      const sums = await Promise.all(Array.from({ length: 20 }, () => stores.counters.add('key', 1, 100)))
      expect(sums.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1))
    })

    it('loses none of many racing additions of different sizes', async () => {
      await Promise.all(Array.from({ length: 20 }, (_none, index) => stores.counters.add('key', index + 1, 100)))
      expect(await stores.counters.add('key', 0, 100)).toBe(210)
    })

    it('expires a TTL after its first addition, regardless of later ones', async () => {
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

    it('starts a new TTL after it was back at 0', async () => {
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
