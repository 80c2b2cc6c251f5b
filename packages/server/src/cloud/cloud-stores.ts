// The stores over WeChat's cloud database, which all instances of a cloud function share.
import { ServerError } from '../errors'
import type { AttemptStore, CounterStore, OnceStore, Stores } from '../stores/stores'
import type { CloudDatabase } from './cloud-database'
import { type CloudEntries, createCloudEntries } from './cloud-entries'

const COLLECTION = 'local_number'

/** One of several racing additions wins each round: beyond so many rounds, somebody floods one counter. */
const ROUNDS = 30

export interface CloudStoreOptions {
  /** `local_number` unless told. It must exist, and clients must not have any access to it. */
  readonly collection?: string
  /** The clock, in ms since 1970. */
  readonly now?: () => number
}

export interface CloudStores extends Stores {
  /** Removes what has expired and returns how much that was. The database does not do so by itself. */
  forgetExpired(): Promise<number>
}

/** All stores of a business server that runs as a cloud function. They reject with whatever the database rejects with. */
export function createCloudStores(database: CloudDatabase, options: CloudStoreOptions = {}): CloudStores {
  const { now, collection } = placeOf(database, options)
  const entries = createCloudEntries(collection)
  return {
    preSigns: onceStore(entries, now),
    attempts: attemptStore(entries, now),
    counters: counterStore(entries, now),
    async forgetExpired() {
      const { stats } = await collection.where({ expiresAt: database.command.lte(now()) }).remove()
      return stats.removed
    },
  }
}

/** For a ticket checker that is a cloud function too. */
export function createCloudOnceStore(database: CloudDatabase, options: CloudStoreOptions = {}): OnceStore {
  const { now, collection } = placeOf(database, options)
  return onceStore(createCloudEntries(collection), now)
}

function placeOf(database: CloudDatabase, { collection = COLLECTION, now = Date.now }: CloudStoreOptions) {
  return { collection: database.collection(collection), now }
}

function onceStore(entries: CloudEntries, now: () => number): OnceStore {
  return {
    async addOnce(key, ttlMs) {
      const expiresAt = now() + ttlMs
      const standing = await entries.addOrSee({ _id: `once:${key}`, expiresAt })
      return standing === null || (standing.expiresAt <= now() && entries.replace(standing, { expiresAt }))
    },
  }
}

function attemptStore(entries: CloudEntries, now: () => number): AttemptStore {
  return {
    async put(attemptId, attempt, ttlMs) {
      await entries.addOrSee({ _id: `attempt:${attemptId}`, expiresAt: now() + ttlMs, attempt })
    },
    async take(attemptId) {
      const standing = await entries.read(`attempt:${attemptId}`)
      const taken = standing !== null && (await entries.remove(standing._id))
      return taken && standing.expiresAt > now() ? (standing.attempt ?? null) : null
    },
  }
}

function counterStore(entries: CloudEntries, now: () => number): CounterStore {
  /** The new sum, or `null` when a racing addition came first. */
  async function tryToAdd(id: string, by: number, ttlMs: number): Promise<number | null> {
    const standing = await entries.read(id)
    const living = standing !== null && standing.expiresAt > now() ? standing : null
    const current = living?.count ?? 0
    const sum = Math.max(0, current + by)
    if (sum === current) return sum
    // A count that is back at 0 is forgotten: its next addition is a first one.
    const expiresAt = living && current > 0 ? living.expiresAt : now() + ttlMs
    const added =
      standing === null
        ? (await entries.addOrSee({ _id: id, expiresAt, count: sum })) === null
        : await entries.replace(standing, { expiresAt, count: sum })
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
