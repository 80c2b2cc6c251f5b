// The stores of a single process. Each method runs without interruption, so it is atomic.

import { type KeptCheck, readProgress } from './check-progress'
import { getExpiry, NO_CODES, type NumberState } from './code-state'
import { createCodeStore } from './code-store'
import type { CodeStore } from './codes'
import { ExpiringMap } from './expiring-map'
import type { Attempt, AttemptStore, CounterStore, MemberStore, OnceStore, Stores } from './stores'

const CAPACITY = 1_000_000

export interface MemoryStoreOptions {
  /**
   * Entries per store. A million are about 200 MB of pre-signs and 300 MB of attempts. Beyond it, requests fail with
   * `overloaded`; once half of it is used, also those of an owner who has a tenth.
   *
   * @default 1_000_000
   */
  readonly capacity?: number | undefined
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined
}

export function createMemoryOnceStore(options: MemoryStoreOptions = {}): OnceStore {
  const seen = createMap<true>(options)
  return {
    async addOnce(key, ttlMs, owner) {
      if (seen.get(key)) return false
      seen.set(key, true, ttlMs, owner)
      return true
    },
  }
}

interface KeptAttempt {
  readonly attempt: Attempt
  readonly check: KeptCheck | null
}

export function createMemoryAttemptStore(options: MemoryStoreOptions = {}): AttemptStore {
  const { now = Date.now } = options
  const attempts = createMap<KeptAttempt>(options)
  return {
    async put(attemptId, attempt, ttlMs, owner) {
      attempts.renew(attemptId, { attempt, check: null }, ttlMs, owner)
    },
    async changeConsent(attemptId, from, to) {
      const kept = attempts.get(attemptId)
      if (kept === undefined) return null
      const changed = kept.attempt.consent === from
      if (changed) attempts.set(attemptId, { ...kept, attempt: { ...kept.attempt, consent: to } }, 0)
      return { attempt: kept.attempt, changed }
    },
    async startCheck(attemptId, { request, budgetMs, ttlMs }) {
      const kept = attempts.get(attemptId)
      if (kept === undefined) return null
      const { attempt, check } = kept
      const started = check === null && attempt.consent === 'kept'
      const running = started ? { request, until: now() + budgetMs, result: null } : check
      if (started) attempts.renew(attemptId, { attempt, check: running }, ttlMs)
      return { attempt, progress: readProgress(running, { started, time: now() }) }
    },
    async finishCheck(attemptId, result, ttlMs) {
      const { attempt, check = null } = attempts.get(attemptId) ?? {}
      if (!attempt || !check || readProgress(check, { time: now() }).state !== 'verifying') return false
      attempts.renew(attemptId, { attempt, check: { ...check, result } }, ttlMs)
      return true
    },
  }
}

export function createMemoryCounterStore(options: MemoryStoreOptions = {}): CounterStore {
  const counts = createMap<number>(options)
  return {
    async add(key, by, ttlMs, owner) {
      const sum = Math.max(0, (counts.get(key) ?? 0) + by)
      if (sum === 0) counts.delete(key)
      else counts.set(key, sum, ttlMs, owner)
      return sum
    },
  }
}

export function createMemoryMemberStore(options: MemoryStoreOptions = {}): MemberStore {
  const { now = Date.now } = options
  const sets = createMap<Map<string, number>>(options)
  const getLive = (key: string) => {
    const members = sets.get(key) ?? new Map<string, number>()
    for (const [member, expiresAt] of members) if (expiresAt <= now()) members.delete(member)
    return members
  }
  const keep = (key: string, members: Map<string, number>, owner?: string) => {
    if (members.size === 0) sets.delete(key)
    else sets.renew(key, members, Math.max(...members.values()) - now(), owner)
  }
  return {
    async add(key, member, ttlMs, owner) {
      const members = getLive(key)
      const isNew = !members.has(member)
      keep(key, members.set(member, Math.max(members.get(member) ?? 0, now() + ttlMs)), owner)
      return { size: members.size, isNew }
    },
    async remove(key, member, withinMs) {
      const members = getLive(key)
      if ((members.get(member) ?? 0) <= now() + withinMs) members.delete(member)
      keep(key, members)
    },
    async count(key) {
      return getLive(key).size
    },
    async findExpiry(key, member) {
      return getLive(key).get(member) ?? null
    },
  }
}

export function createMemoryCodeStore(options: MemoryStoreOptions = {}): CodeStore {
  const { now = Date.now } = options
  const states = createMap<NumberState>(options)
  const find = (number: string) => states.get(number) ?? NO_CODES
  return createCodeStore({
    read: async (number) => ({ state: find(number), time: now() }),
    async change(number, step) {
      const { answer, next } = step(find(number), now())
      if (next) {
        // An entry that is set again would keep its expiry.
        states.delete(number)
        states.set(number, next, getExpiry(next) - now())
      }
      return answer
    },
  })
}

/** All stores of a server that is one process. A restart loses them: pre-signs could then be signed again. */
export function createMemoryStores(options: MemoryStoreOptions = {}): Stores {
  return {
    preSigns: createMemoryOnceStore(options),
    attempts: createMemoryAttemptStore(options),
    counters: createMemoryCounterStore(options),
    members: createMemoryMemberStore(options),
    codes: createMemoryCodeStore(options),
  }
}

function createMap<V extends NonNullable<unknown>>({
  capacity = CAPACITY,
  now = Date.now,
}: MemoryStoreOptions): ExpiringMap<V> {
  return new ExpiringMap(capacity, now)
}
