// The stores of one machine: a SQLite file, with nothing to install. Every method is one transaction, so that racing
// processes cannot both win, and `kill -9` loses nothing that was acknowledged.
import type Database from 'libsql'
import { type KeptCheck, readProgress } from '../check-progress'
import type { ReceiptStore } from '../receipts'
import type { Attempt, AttemptStore, CounterStore, MemberStore, OnceStore, Stores } from '../stores'
import { createSqliteCodeStore } from './code-store'
import { createGroupCommits, type GroupCommits } from './group-commits'
import type { Table } from './migrations'
import { openDatabase } from './open-database'
import { createReceiptStore } from './receipt-store'
import { createRestoreGuard, type RestoreGuard } from './restored-at'

export interface SqliteStoreOptions {
  /** The file, which is created if it is missing, with its folder. Several processes of one machine may share it. */
  readonly file: string
  /**
   * Waits for the disk in every commit, so that a power cut loses nothing acknowledged. Without it, a power cut may
   * undo the last commits: pre-signs of the last moments could then be signed again. The end of a process loses nothing
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
  readonly receipts: ReceiptStore
  /** Commits what waits, and closes the file. */
  close(): Promise<void>
}

const BUSY_MS = 2_000

/** How many expired rows are removed at most for each write: a few more than it adds, without a pause for thousands. */
const REMOVED_PER_WRITE = 8

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
  const prepare = (sql: string) => database.prepare(sql)
  const removal = createRemoval(prepare)
  const commits = createGroupCommits(database, { busyMs, beforeCommit: () => removal.run(now()) })
  const connection: Connection = { prepare, commits, now, noteWrite: removal.noteWrite }
  return {
    preSigns: createOnceStore(connection, createRestoreGuard(database)),
    attempts: createAttemptStore(connection),
    counters: createCounterStore(connection),
    members: createMemberStore(connection),
    codes: createSqliteCodeStore(connection),
    receipts: createReceiptStore(connection),
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
  /** Expired rows of the table are removed before the commit. */
  noteWrite(table: Table): void
}

/** Removes for all writes of a transaction at once. */
function createRemoval(prepare: Prepare) {
  const create = (table: Table, key: string) =>
    prepare(
      `DELETE FROM ${table} WHERE (${key}) IN
         (SELECT ${key} FROM ${table} WHERE expires_at <= ? LIMIT ?)`,
    )
  const statements = {
    once: create('once', 'key'),
    attempt: create('attempt', 'id'),
    counter: create('counter', 'key'),
    member: create('member', 'key, member'),
    code: create('code', 'number'),
  }
  const writes = new Map<Table, number>()
  return {
    noteWrite: (table: Table) => void writes.set(table, (writes.get(table) ?? 0) + 1),
    run(now: number) {
      for (const [table, count] of writes) statements[table].run(now, count * REMOVED_PER_WRITE)
      writes.clear()
    },
  }
}

function createOnceStore({ prepare, commits, now, noteWrite }: Connection, guard: RestoreGuard): OnceStore {
  const add = prepare(
    `INSERT INTO once (key, expires_at) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE once.expires_at <= ?`,
  )
  return {
    async addOnce(key, ttlMs) {
      guard.refuseForgotten(ttlMs, now())
      return commits.run(() => {
        const time = now()
        const { changes } = add.run(key, time + ttlMs, time)
        noteWrite('once')
        return changes === 1
      })
    },
  }
}

interface AttemptRow extends Omit<Attempt, 'binding' | 'keyId'> {
  readonly binding: string | null
  readonly keyId: string | null
  readonly request: string | null
  readonly until: number | null
  readonly result: string | null
}

function createAttemptStore({ prepare, commits, now, noteWrite }: Connection): AttemptStore {
  const put = prepare(
    `INSERT OR REPLACE INTO attempt (id, trace_id, msg_id, session, consent, binding, key_id, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const read = prepare(
    `SELECT trace_id AS traceId, msg_id AS msgId, session, consent, binding, key_id AS keyId, request, until, result
     FROM attempt WHERE id = ? AND expires_at > ?`,
  )
  const change = prepare('UPDATE attempt SET consent = ? WHERE id = ?')
  const start = prepare('UPDATE attempt SET request = ?, until = ?, expires_at = ? WHERE id = ?')
  const finish = prepare('UPDATE attempt SET result = ?, expires_at = ? WHERE id = ?')
  const find = (id: string, time: number) => {
    const row = read.get(id, time) as AttemptRow | undefined
    return row ? { attempt: toAttempt(row), check: toCheck(row) } : null
  }
  return {
    put: (id, { traceId, msgId, session, consent, binding = null, keyId = null }, ttlMs) =>
      commits.run(() => {
        const time = now()
        put.run(id, traceId, msgId, session, consent, binding, keyId, time + ttlMs)
        noteWrite('attempt')
      }),
    changeConsent: (id, from, to) =>
      commits.run(() => {
        const found = find(id, now())
        if (found === null) return null
        const { attempt } = found
        const changed = attempt.consent === from
        if (changed) change.run(to, id)
        return { attempt, changed }
      }),
    startCheck: (id, { request, budgetMs, ttlMs }) =>
      commits.run(() => {
        const time = now()
        const found = find(id, time)
        if (found === null) return null
        const { attempt, check } = found
        const started = check === null && attempt.consent === 'kept'
        const running = started ? { request, until: time + budgetMs, result: null } : check
        if (started) start.run(request, time + budgetMs, time + ttlMs, id)
        return { attempt, progress: readProgress(running, { started, time }) }
      }),
    finishCheck: (id, result, ttlMs) =>
      commits.run(() => {
        const time = now()
        const { check = null } = find(id, time) ?? {}
        if (readProgress(check, { time }).state !== 'verifying') return false
        finish.run(result, time + ttlMs, id)
        return true
      }),
  }
}

/** Field by field: libsql adds one of its own to a row. */
function toAttempt({ traceId, msgId, session, consent, binding, keyId }: AttemptRow): Attempt {
  return { traceId, msgId, session, consent, ...(binding !== null && { binding }), ...(keyId !== null && { keyId }) }
}

function toCheck({ request, until, result }: AttemptRow): KeptCheck | null {
  return request === null || until === null ? null : { request, until, result }
}

function createCounterStore({ prepare, commits, now, noteWrite }: Connection): CounterStore {
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
        noteWrite('counter')
        return sum
      })
    },
  }
}

function createMemberStore({ prepare, commits, now, noteWrite }: Connection): MemberStore {
  const count = prepare('SELECT count(*) AS size FROM member WHERE key = ? AND expires_at > ?')
  const find = prepare('SELECT expires_at AS expiresAt FROM member WHERE key = ? AND member = ? AND expires_at > ?')
  const put = prepare('INSERT OR REPLACE INTO member (key, member, expires_at) VALUES (?, ?, ?)')
  const remove = prepare('DELETE FROM member WHERE key = ? AND member = ? AND expires_at <= ?')
  const countLive = (key: string, time: number) => (count.get(key, time) as { size: number }).size
  const findLive = (key: string, member: string, time: number) =>
    (find.get(key, member, time) as { expiresAt: number } | undefined)?.expiresAt ?? null
  return {
    add: (key, member, ttlMs) =>
      commits.run(() => {
        const time = now()
        const expiresAt = findLive(key, member, time)
        const isNew = expiresAt === null
        put.run(key, member, Math.max(expiresAt ?? 0, time + ttlMs))
        noteWrite('member')
        return { size: countLive(key, time), isNew }
      }),
    remove: (key, member, withinMs) =>
      commits.run(() => {
        remove.run(key, member, now() + withinMs)
      }),
    count: async (key) => countLive(key, now()),
    findExpiry: async (key, member) => findLive(key, member, now()),
  }
}
