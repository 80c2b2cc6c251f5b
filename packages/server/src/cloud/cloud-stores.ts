// The stores over WeChat's cloud database, shared by all instances of a cloud function.
import { ServerError } from '../errors'
import type { AttemptStore, CounterStore, OnceStore, Stores } from '../stores/stores'
import type { CloudDatabase } from './cloud-database'
import { type CloudEntries, createCloudEntries } from './cloud-entries'

const COLLECTION = 'local_number'

/** One of several racing additions wins each round. More rounds than this mean that one counter is flooded. */
const ROUNDS = 30

export interface CloudStoreOptions {
  /**
   * The collection's name. It must exist, and clients must not have any access to it.
   *
   * @default 'local_number'
   */
  readonly collection?: string
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
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

function createAttemptStore(entries: CloudEntries, now: () => number): AttemptStore {
  /** The live attempt with its document. */
  const find = async (attemptId: string) => {
    const document = await entries.read(`attempt:${attemptId}`)
    const { attempt, consent, expiresAt = 0 } = document ?? {}
    return document && attempt && consent && expiresAt > now() ? { document, attempt: { ...attempt, consent } } : null
  }
  return {
    async put(attemptId, { consent, ...attempt }, ttlMs) {
      await entries.addOrFind({ _id: `attempt:${attemptId}`, expiresAt: now() + ttlMs, attempt, consent })
    },
    async changeConsent(attemptId, from, to) {
      const found = await find(attemptId)
      if (found === null) return null
      const { attempt, document } = found
      return { attempt, changed: attempt.consent === from && (await entries.replace(document, { consent: to })) }
    },
    async take(attemptId) {
      const found = await find(attemptId)
      if (found === null) return null
      const stays = found.attempt.consent !== 'kept'
      return stays || (await entries.remove(found.document._id)) ? found.attempt : null
    },
  }
}

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
      for (let round = 0; round < ROUNDS; round += 1) {
        const sum = await tryToAdd(`counter:${key}`, by, ttlMs)
        if (sum !== null) return sum
      }
      throw new ServerError('overloaded')
    },
  }
}
