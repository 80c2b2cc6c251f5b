// The stores of a single process. Each method runs without interruption, so it is atomic.
import { ExpiringMap } from './expiring-map'
import type { Attempt, AttemptStore, CounterStore, OnceStore, Stores } from './stores'

const CAPACITY = 1_000_000

export interface MemoryStoreOptions {
  /**
   * Entries per store. A million are about 200 MB of pre-signs and 300 MB of attempts. Beyond it, requests fail with
   * `overloaded`.
   *
   * @default 1_000_000
   */
  readonly capacity?: number
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
}

export function createMemoryOnceStore(options: MemoryStoreOptions = {}): OnceStore {
  const seen = createMap<true>(options)
  return {
    async addOnce(key, ttlMs) {
      if (seen.get(key)) return false
      seen.set(key, true, ttlMs)
      return true
    },
  }
}

export function createMemoryAttemptStore(options: MemoryStoreOptions = {}): AttemptStore {
  const attempts = createMap<Attempt>(options)
  return {
    async put(attemptId, attempt, ttlMs) {
      attempts.set(attemptId, attempt, ttlMs)
    },
    async changeConsent(attemptId, from, to) {
      const attempt = attempts.get(attemptId)
      if (attempt === undefined) return null
      const changed = attempt.consent === from
      // An existing entry keeps its expiry.
      if (changed) attempts.set(attemptId, { ...attempt, consent: to }, 0)
      return { attempt, changed }
    },
    async take(attemptId) {
      const attempt = attempts.get(attemptId) ?? null
      if (attempt?.consent === 'kept') attempts.delete(attemptId)
      return attempt
    },
  }
}

export function createMemoryCounterStore(options: MemoryStoreOptions = {}): CounterStore {
  const counts = createMap<number>(options)
  return {
    async add(key, by, ttlMs) {
      const sum = Math.max(0, (counts.get(key) ?? 0) + by)
      if (sum === 0) counts.delete(key)
      else counts.set(key, sum, ttlMs)
      return sum
    },
  }
}

/** All stores of a server that is one process. A restart loses them: pre-signs could then be signed again. */
export function createMemoryStores(options: MemoryStoreOptions = {}): Stores {
  return {
    preSigns: createMemoryOnceStore(options),
    attempts: createMemoryAttemptStore(options),
    counters: createMemoryCounterStore(options),
  }
}

function createMap<V extends NonNullable<unknown>>({
  capacity = CAPACITY,
  now = Date.now,
}: MemoryStoreOptions): ExpiringMap<V> {
  return new ExpiringMap(capacity, now)
}
