// The stores of a single process. JavaScript runs each method in one go, which is all the atomicity they need.
import { ExpiringMap } from './expiring-map'
import type { Attempt, AttemptStore, CounterStore, OnceStore, Stores } from './stores'

const CAPACITY = 1_000_000

export interface MemoryStoreOptions {
  /**
   * Entries per store, 1 000 000 unless told: 200 MB of pre-signs, 300 MB of attempts. Beyond it, requests fail with
   * `overloaded`.
   */
  readonly capacity?: number
  /** The clock, in ms since 1970. */
  readonly now?: () => number
}

export function createMemoryOnceStore(options: MemoryStoreOptions = {}): OnceStore {
  const seen = mapOf<true>(options)
  return {
    async addOnce(key, ttlMs) {
      if (seen.get(key)) return false
      seen.set(key, true, ttlMs)
      return true
    },
  }
}

export function createMemoryAttemptStore(options: MemoryStoreOptions = {}): AttemptStore {
  const attempts = mapOf<Attempt>(options)
  return {
    async put(attemptId, attempt, ttlMs) {
      attempts.set(attemptId, attempt, ttlMs)
    },
    async take(attemptId) {
      const attempt = attempts.get(attemptId) ?? null
      attempts.delete(attemptId)
      return attempt
    },
  }
}

export function createMemoryCounterStore(options: MemoryStoreOptions = {}): CounterStore {
  const counts = mapOf<number>(options)
  return {
    async add(key, by, ttlMs) {
      const sum = Math.max(0, (counts.get(key) ?? 0) + by)
      if (sum === 0) counts.delete(key)
      else counts.set(key, sum, ttlMs)
      return sum
    },
  }
}

/** All stores of a server that is one process. Restarting it forgets everything: pre-signs could be signed again. */
export function createMemoryStores(options: MemoryStoreOptions = {}): Stores {
  return {
    preSigns: createMemoryOnceStore(options),
    attempts: createMemoryAttemptStore(options),
    counters: createMemoryCounterStore(options),
  }
}

function mapOf<V>({ capacity = CAPACITY, now = Date.now }: MemoryStoreOptions): ExpiringMap<V> {
  return new ExpiringMap(capacity, now)
}
