// The stores of one machine: a SQLite file, with nothing to install. Every method is one transaction, so that racing
// processes cannot both win, and `kill -9` loses nothing that was acknowledged.
import type Database from 'libsql'
import type { Attempt, AttemptStore, CounterStore, OnceStore, Stores } from '../stores'
import { createGroupCommits, type GroupCommits } from './group-commits'
import { openDatabase } from './open-database'

export interface SqliteStoreOptions {
  /** The file, which is created if it is missing, with its folder. Several processes of one machine may share it. */
  readonly file: string
  /**
   * Waits for the disk in every commit, so that a power cut loses nothing acknowledged. Without it, a power cut may undo
   * the last commits: pre-signs of the last moments could then be signed again. The end of a process loses nothing
   * either way.
   *
   * @default false
   */
  readonly powerLossSafe?: boolean
  /**
   * For how long other processes may hold up a write, in ms, before it fails with `overloaded`.
   *
   * @default 2_000
   */
  readonly busyMs?: number
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
}

export interface SqliteStores extends Stores {
  /** Commits what waits, and closes the file. */
  close(): Promise<void>
}

const BUSY_MS = 2_000

/** How many expired rows a write removes at most: a few more than it adds, without a pause for thousands. */
const REMOVED_PER_WRITE = 8

type Table = 'once' | 'attempt' | 'counter'

/**
 * Opens the stores of one machine. Needs the package `libsql`.
 *
 * @throws ServerError `storeUnusable` if the file cannot be opened, is damaged, or belongs to another program
 * @example
 * ```ts
 * const stores = openSqliteStores({ file: 'data/local-number.db' })
 * const server = createLocalNumberServer({ ...options, stores })
 * ```
 */
export function openSqliteStores(options: SqliteStoreOptions): SqliteStores {
  const { file, powerLossSafe = false, busyMs = BUSY_MS, now = Date.now } = options
  const database = openDatabase(file, powerLossSafe)
  const commits = createGroupCommits(database, busyMs)
  const prepare = (sql: string) => database.prepare(sql)
  const connection: Connection = { prepare, commits, now, removeExpired: createRemoval(prepare) }
  return {
    preSigns: createOnceStore(connection),
    attempts: createAttemptStore(connection),
    counters: createCounterStore(connection),
    async close() {
      await commits.flush()
      database.close()
    },
  }
}

type Prepare = (sql: string) => Database.Statement

interface Connection {
  prepare: Prepare
  readonly commits: GroupCommits
  now(): number
  removeExpired(table: Table, now: number): void
}

function createRemoval(prepare: Prepare): Connection['removeExpired'] {
  const create = (table: Table, key: string) =>
    prepare(
      `DELETE FROM ${table} WHERE ${key} IN
         (SELECT ${key} FROM ${table} WHERE expires_at <= ? LIMIT ${REMOVED_PER_WRITE})`,
    )
  const statements = {
    once: create('once', 'key'),
    attempt: create('attempt', 'id'),
    counter: create('counter', 'key'),
  }
  return (table, now) => {
    statements[table].run(now)
  }
}

function createOnceStore({ prepare, commits, now, removeExpired }: Connection): OnceStore {
  const add = prepare(
    `INSERT INTO once (key, expires_at) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE once.expires_at <= ?`,
  )
  return {
    addOnce: (key, ttlMs) =>
      commits.run(() => {
        const time = now()
        const { changes } = add.run(key, time + ttlMs, time)
        removeExpired('once', time)
        return changes === 1
      }),
  }
}

function createAttemptStore({ prepare, commits, now, removeExpired }: Connection): AttemptStore {
  const put = prepare(
    'INSERT OR REPLACE INTO attempt (id, trace_id, msg_id, session, consent, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const read = prepare(
    'SELECT trace_id AS traceId, msg_id AS msgId, session, consent FROM attempt WHERE id = ? AND expires_at > ?',
  )
  const change = prepare('UPDATE attempt SET consent = ? WHERE id = ?')
  const remove = prepare('DELETE FROM attempt WHERE id = ?')
  const find = (id: string): Attempt | null => {
    const row = read.get(id, now()) as Attempt | undefined
    // libsql adds a field of its own.
    return row ? { traceId: row.traceId, msgId: row.msgId, session: row.session, consent: row.consent } : null
  }
  return {
    put: (id, { traceId, msgId, session, consent }, ttlMs) =>
      commits.run(() => {
        const time = now()
        put.run(id, traceId, msgId, session, consent, time + ttlMs)
        removeExpired('attempt', time)
      }),
    changeConsent: (id, from, to) =>
      commits.run(() => {
        const attempt = find(id)
        const changed = attempt?.consent === from
        if (changed) change.run(to, id)
        return attempt && { attempt, changed }
      }),
    take: (id) =>
      commits.run(() => {
        const attempt = find(id)
        if (attempt?.consent === 'kept') remove.run(id)
        return attempt
      }),
  }
}

function createCounterStore({ prepare, commits, now, removeExpired }: Connection): CounterStore {
  const read = prepare('SELECT sum, expires_at AS expiresAt FROM counter WHERE key = ? AND expires_at > ?')
  const put = prepare('INSERT OR REPLACE INTO counter (key, sum, expires_at) VALUES (?, ?, ?)')
  const remove = prepare('DELETE FROM counter WHERE key = ?')
  const find = (key: string, time: number) => read.get(key, time) as { sum: number; expiresAt: number } | undefined
  return {
    async add(key, by, ttlMs) {
      if (by === 0) return find(key, now())?.sum ?? 0
      return commits.run(() => {
        const time = now()
        const { sum: before, expiresAt } = find(key, time) ?? { sum: 0, expiresAt: time + ttlMs }
        const sum = Math.max(0, before + by)
        if (sum === 0) remove.run(key)
        else put.run(key, sum, expiresAt)
        removeExpired('counter', time)
        return sum
      })
    },
  }
}
