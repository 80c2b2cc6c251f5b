// The stores over WeChat's cloud database, shared by all instances of a cloud function.
import { type KeptCheck, readProgress } from '../stores/check-progress'
import type { AttemptStore, CounterStore, MemberStore, OnceStore, Stores } from '../stores/stores'
import type { CloudDatabase, CloudDocument } from './cloud-database'
import { type CloudEntries, createCloudEntries } from './cloud-entries'
import { createCloudCodeStore } from './code-store'
import { retry } from './retry'

const COLLECTION = 'local_number'

export interface CloudStoreOptions {
  /**
   * The collection's name. It must exist, and clients must not have any access to it.
   *
   * @default 'local_number'
   */
  readonly collection?: string | undefined
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined
}

export interface CloudStores extends Stores {
  /** Removes expired documents, which the database does not do by itself. Returns how many there were. */
  removeExpired(): Promise<number>
}

/** All stores of a business server that runs as a cloud function. They reject with the database's own errors. */
export function createCloudStores(database: CloudDatabase, options: CloudStoreOptions = {}): CloudStores {
  const { now, collection } = openCollection(database, options)
  const entries = createCloudEntries(collection)
  return {
    preSigns: createOnceStore(entries, now),
    attempts: createAttemptStore(entries, now),
    counters: createCounterStore(entries, now),
    members: createMemberStore(entries, now),
    codes: createCloudCodeStore(entries, now),
    async removeExpired() {
      const { stats } = await collection.where({ expiresAt: database.command.lte(now()) }).remove()
      return stats.removed
    },
  }
}

/** For a ticket checker that also runs as a cloud function. */
export function createCloudOnceStore(database: CloudDatabase, options: CloudStoreOptions = {}): OnceStore {
  const { now, collection } = openCollection(database, options)
  return createOnceStore(createCloudEntries(collection), now)
}

function openCollection(database: CloudDatabase, { collection = COLLECTION, now = Date.now }: CloudStoreOptions) {
  return { collection: database.collection(collection), now }
}

function createOnceStore(entries: CloudEntries, now: () => number): OnceStore {
  return {
    async addOnce(key, ttlMs) {
      const expiresAt = now() + ttlMs
      const existing = await entries.addOrFind({ _id: `once:${key}`, expiresAt })
      return existing === null || (existing.expiresAt <= now() && entries.replace(existing, { expiresAt }))
    },
  }
}

/** Of a check. Written, so that a condition on it can tell a racing start. */
const NOT_STARTED = 'null'

function createAttemptStore(entries: CloudEntries, now: () => number): AttemptStore {
  /** The live attempt with its document. */
  const find = async (attemptId: string) => {
    const document = await entries.read(`attempt:${attemptId}`)
    const { attempt, consent, state, expiresAt = 0 } = document ?? {}
    if (!document || !attempt || !consent || expiresAt <= now()) return null
    const check: KeptCheck | null = JSON.parse(state ?? NOT_STARTED)
    return { document, attempt: { ...attempt, consent }, check }
  }
  return {
    async put(attemptId, { consent, ...attempt }, ttlMs) {
      await entries.addOrFind({
        _id: `attempt:${attemptId}`,
        expiresAt: now() + ttlMs,
        attempt,
        consent,
        state: NOT_STARTED,
      })
    },
    async changeConsent(attemptId, from, to) {
      const found = await find(attemptId)
      if (found === null) return null
      const { attempt, document } = found
      return { attempt, changed: attempt.consent === from && (await entries.replace(document, { consent: to })) }
    },
    async startCheck(attemptId, { request, budgetMs, ttlMs }) {
      return retry(async () => {
        const found = await find(attemptId)
        if (found === null) return [null]
        const { attempt, document, check } = found
        const time = now()
        if (check || attempt.consent !== 'kept') return [{ attempt, progress: readProgress(check, { time }) }]
        const running: KeptCheck = { request, until: time + budgetMs, result: null }
        const by = { state: JSON.stringify(running), expiresAt: time + ttlMs }
        const started = await entries.replace(document, by)
        return started ? [{ attempt, progress: readProgress(running, { started, time }) }] : []
      })
    },
    async finishCheck(attemptId, result, ttlMs) {
      return retry(async () => {
        const { document, check = null } = (await find(attemptId)) ?? {}
        const time = now()
        if (!document || !check || readProgress(check, { time }).state !== 'verifying') return [false]
        const by = { state: JSON.stringify({ ...check, result }), expiresAt: time + ttlMs }
        return (await entries.replace(document, by)) ? [true] : []
      })
    },
  }
}

/** Not by `command.inc`: its update does not tell the sum, and each of many racing callers needs its own. */
function createCounterStore(entries: CloudEntries, now: () => number): CounterStore {
  /** Returns the new sum, or `null` if a racing addition came first. */
  async function tryToAdd(id: string, by: number, ttlMs: number): Promise<number | null> {
    const existing = await entries.read(id)
    const live = existing !== null && existing.expiresAt > now() ? existing : null
    const current = live?.count ?? 0
    const sum = Math.max(0, current + by)
    if (sum === current) return sum
    // A count that is back at 0 counts as expired: its next addition is a first one.
    const expiresAt = live && current > 0 ? live.expiresAt : now() + ttlMs
    const added =
      existing === null
        ? (await entries.addOrFind({ _id: id, expiresAt, count: sum })) === null
        : await entries.replace(existing, { expiresAt, count: sum })
    return added ? sum : null
  }

  return {
    async add(key, by, ttlMs) {
      return retry(async () => {
        const sum = await tryToAdd(`counter:${key}`, by, ttlMs)
        return sum === null ? [] : [sum]
      })
    },
  }
}

function createMemberStore(entries: CloudEntries, now: () => number): MemberStore {
  const open = async (key: string) => {
    const existing = await entries.read(`members:${key}`)
    return { existing, members: readLive(existing, now()) }
  }
  const keep = async (key: string, existing: CloudDocument | null, members: Members): Promise<boolean> => {
    const by = { state: JSON.stringify(members), expiresAt: Math.max(now(), ...Object.values(members)) }
    if (existing) return entries.replace(existing, by)
    return (await entries.addOrFind({ _id: `members:${key}`, ...by })) === null
  }
  return {
    add: (key, member, ttlMs) =>
      retry(async () => {
        const { existing, members } = await open(key)
        const { [member]: before = 0 } = members
        const isNew = before === 0
        const next = { ...members, [member]: Math.max(before, now() + ttlMs) }
        // Writing equal values would not count as a change.
        const isKept = before === next[member] || (await keep(key, existing, next))
        return isKept ? [{ size: Object.keys(next).length, isNew }] : []
      }),
    remove: (key, member, withinMs) =>
      retry(async () => {
        const { existing, members } = await open(key)
        const { [member]: removed = 0, ...next } = members
        const stays = removed === 0 || removed > now() + withinMs
        return stays || (await keep(key, existing, next)) ? [undefined] : []
      }),
    async count(key) {
      return Object.keys((await open(key)).members).length
    },
    async findExpiry(key, member) {
      return (await open(key)).members[member] ?? null
    },
  }
}

/** Expiries by member. */
type Members = Readonly<Record<string, number>>

function readLive(document: CloudDocument | null, time: number): Members {
  const all: Members = document?.state === undefined ? {} : JSON.parse(document.state)
  return Object.fromEntries(Object.entries(all).filter(([, expiresAt]) => expiresAt > time))
}
