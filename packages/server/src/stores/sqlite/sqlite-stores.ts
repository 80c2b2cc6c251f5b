// The stores of one machine: a SQLite file, with nothing to install. Every method is one transaction, so that racing
// processes cannot both win, and `kill -9` loses nothing that was acknowledged.
import type Database from 'libsql'
import { type KeptCheck, readProgress } from '../check-progress'
import type { ReceiptStore } from '../receipts'
import type {
  Attempt,
  AttemptStore,
  CheckStart,
  ConsentState,
  CounterStore,
  MemberStore,
  OnceStore,
  Stores,
} from '../stores'
import { createSqliteCodeStore } from './code-store'
import { createGroupCommits, defineEach, type GroupCommits } from './group-commits'
import type { Table } from './migrations'
import { openDatabase } from './open-database'
import { createReceiptStore } from './receipt-store'
import { createRestoreGuard, type RestoreGuard } from './restored-at'
import { type Row, SELECT_TEXTS, selectRows, writeRows } from './rows'

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
  const connection: Connection = { prepare, commits, now, noteWrites: removal.noteWrites }
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
  noteWrites(table: Table, count: number): void
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
    noteWrites: (table: Table, count: number) => void writes.set(table, (writes.get(table) ?? 0) + count),
    run(now: number) {
      for (const [table, count] of writes) statements[table].run(now, count * REMOVED_PER_WRITE)
      writes.clear()
    },
  }
}

function createOnceStore({ prepare, commits, now, noteWrites }: Connection, guard: RestoreGuard): OnceStore {
  const add = prepare(
    `INSERT INTO once (key, expires_at) ${selectRows(2)}
     ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE once.expires_at <= ?2
     RETURNING key`,
  )
  const addAll = commits.define((all: readonly { readonly key: string; readonly ttlMs: number }[]) => {
    const time = now()
    const rows = add.all(writeRows(all.map(({ key, ttlMs }) => [key, time + ttlMs])), time) as { key: string }[]
    noteWrites('once', all.length)
    const added = new Set(rows.map(({ key }) => key))
    // To the first of those that add the same key.
    return all.map(({ key }) => added.delete(key))
  })
  return {
    async addOnce(key, ttlMs) {
      guard.refuseForgotten(ttlMs, now())
      return addAll({ key, ttlMs })
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

/** What the answers about an attempt need. */
const ATTEMPT_COLUMNS =
  'trace_id AS traceId, msg_id AS msgId, session, consent, binding, key_id AS keyId, request, until, result'

function createAttemptStore({ prepare, commits, now, noteWrites }: Connection): AttemptStore {
  const put = prepare(
    `INSERT OR REPLACE INTO attempt (id, trace_id, msg_id, session, consent, binding, key_id, expires_at)
     ${selectRows(8)}`,
  )
  const read = prepare(`SELECT ${ATTEMPT_COLUMNS} FROM attempt WHERE id = ? AND expires_at > ?`)
  const change = prepare('UPDATE attempt SET consent = ? WHERE id = ?')
  const start = prepare(
    `UPDATE attempt SET request = ?, until = ?, expires_at = ?
     WHERE id = ? AND expires_at > ? AND consent = 'kept' AND request IS NULL
     RETURNING ${ATTEMPT_COLUMNS}`,
  )
  const finish = prepare(
    `UPDATE attempt SET result = ?, expires_at = ?
     WHERE id = ? AND expires_at > ?4 AND request IS NOT NULL AND result IS NULL AND until > ?4`,
  )
  const find = (id: string, time: number) => {
    const row = read.get(id, time) as AttemptRow | undefined
    return row ? { attempt: toAttempt(row), check: toCheck(row) } : null
  }
  const putAll = commits.define((rows: readonly Row[]) => {
    put.run(writeRows(rows))
    noteWrites('attempt', rows.length)
    return rows.map(() => undefined)
  })
  const changeEach = defineEach(commits, ({ id, from, to }: ConsentChange) => {
    const found = find(id, now())
    if (found === null) return null
    const { attempt } = found
    const changed = attempt.consent === from
    if (changed) change.run(to, id)
    return { attempt, changed }
  })
  const startEach = defineEach(commits, ({ id, request, budgetMs, ttlMs }: CheckStart & { readonly id: string }) => {
    const time = now()
    const row = start.get(request, time + budgetMs, time + ttlMs, id, time) as AttemptRow | undefined
    const found = row ? { attempt: toAttempt(row), check: toCheck(row) } : find(id, time)
    if (found === null) return null
    return { attempt: found.attempt, progress: readProgress(found.check, { started: row !== undefined, time }) }
  })
  const finishEach = defineEach(commits, ({ id, result, ttlMs }: CheckFinish) => {
    const time = now()
    return finish.run(result, time + ttlMs, id, time).changes === 1
  })
  return {
    put: (id, { traceId, msgId, session, consent, binding = null, keyId = null }, ttlMs) =>
      putAll([id, traceId, msgId, session, consent, binding, keyId, now() + ttlMs]),
    changeConsent: (id, from, to) => changeEach({ id, from, to }),
    startCheck: (id, check) => startEach({ id, ...check }),
    finishCheck: (id, result, ttlMs) => finishEach({ id, result, ttlMs }),
  }
}

interface ConsentChange {
  readonly id: string
  readonly from: ConsentState
  readonly to: ConsentState
}

interface CheckFinish {
  readonly id: string
  readonly result: string
  readonly ttlMs: number
}

/** Field by field: libsql adds one of its own to a row. */
function toAttempt({ traceId, msgId, session, consent, binding, keyId }: AttemptRow): Attempt {
  return { traceId, msgId, session, consent, ...(binding !== null && { binding }), ...(keyId !== null && { keyId }) }
}

function toCheck({ request, until, result }: AttemptRow): KeptCheck | null {
  return request === null || until === null ? null : { request, until, result }
}

interface Addition {
  readonly key: string
  readonly by: number
  readonly ttlMs: number
}

interface Count {
  readonly sum: number
  readonly expiresAt: number
}

function createCounterStore({ prepare, commits, now, noteWrites }: Connection): CounterStore {
  const read = prepare('SELECT sum FROM counter WHERE key = ? AND expires_at > ?')
  const readAll = prepare(
    `SELECT key, sum, expires_at AS expiresAt FROM counter WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2`,
  )
  const put = prepare(`INSERT OR REPLACE INTO counter (key, sum, expires_at) ${selectRows(3)}`)
  const remove = prepare(`DELETE FROM counter WHERE key IN (${SELECT_TEXTS})`)
  const addAll = commits.define((all: readonly Addition[]) => {
    const time = now()
    const keys = [...new Set(all.map(({ key }) => key))]
    const kept = readAll.all(JSON.stringify(keys), time) as (Count & { readonly key: string })[]
    const counts = new Map(kept.map(({ key, sum, expiresAt }): [string, Count] => [key, { sum, expiresAt }]))
    const sums = all.map(({ key, by, ttlMs }) => {
      const { sum: before, expiresAt } = counts.get(key) ?? { sum: 0, expiresAt: time + ttlMs }
      const sum = Math.max(0, before + by)
      if (sum === 0) counts.delete(key)
      else counts.set(key, { sum, expiresAt })
      return sum
    })
    const ended = keys.filter((key) => !counts.has(key))
    if (ended.length > 0) remove.run(JSON.stringify(ended))
    if (counts.size > 0) put.run(writeRows([...counts].map(([key, { sum, expiresAt }]) => [key, sum, expiresAt])))
    noteWrites('counter', keys.length)
    return sums
  })
  return {
    async add(key, by, ttlMs) {
      if (by === 0) return (read.get(key, now()) as Pick<Count, 'sum'> | undefined)?.sum ?? 0
      return addAll({ key, by, ttlMs })
    },
  }
}

interface MemberChange {
  readonly key: string
  readonly member: string
  /** For how long it is added; or up to which rest of its life it is removed. In ms. */
  readonly ms: number
}

function createMemberStore({ prepare, commits, now, noteWrites }: Connection): MemberStore {
  const listAll = prepare(
    `SELECT key, member, expires_at AS expiresAt FROM member WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2`,
  )
  const countAll = prepare(
    `SELECT key, count(*) AS size FROM member WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2 GROUP BY key`,
  )
  const find = prepare('SELECT expires_at AS expiresAt FROM member WHERE key = ? AND member = ? AND expires_at > ?')
  const put = prepare(`INSERT OR REPLACE INTO member (key, member, expires_at) ${selectRows(3)}`)
  const remove = prepare('DELETE FROM member WHERE key = ? AND member = ? AND expires_at <= ?')
  const readSets = (keys: readonly string[], time: number) => {
    const sets = new Map(keys.map((key) => [key, new Map<string, number>()]))
    const rows = listAll.all(JSON.stringify([...sets.keys()]), time) as (Pick<MemberChange, 'key' | 'member'> & {
      expiresAt: number
    })[]
    for (const { key, member, expiresAt } of rows) sets.get(key)?.set(member, expiresAt)
    return sets
  }
  const addAll = commits.define((all: readonly MemberChange[]) => {
    const time = now()
    const sets = readSets(
      all.map(({ key }) => key),
      time,
    )
    const rows: Row[] = []
    const added = all.map(({ key, member, ms }) => {
      const set = sets.get(key) as Map<string, number>
      const before = set.get(member)
      const expiresAt = Math.max(before ?? 0, time + ms)
      set.set(member, expiresAt)
      rows.push([key, member, expiresAt])
      return { size: set.size, isNew: before === undefined }
    })
    put.run(writeRows(rows))
    noteWrites('member', rows.length)
    return added
  })
  const removeEach = defineEach(commits, ({ key, member, ms }: MemberChange) => {
    remove.run(key, member, now() + ms)
  })
  return {
    add: (key, member, ms) => addAll({ key, member, ms }),
    remove: (key, member, ms) => removeEach({ key, member, ms }),
    // With the writes of its sign.
    count: commits.define((keys: readonly string[]) => {
      const rows = countAll.all(JSON.stringify(keys), now()) as { key: string; size: number }[]
      const sizes = new Map(rows.map(({ key, size }) => [key, size]))
      return keys.map((key) => sizes.get(key) ?? 0)
    }),
    async findExpiry(key, member) {
      const row = find.get(key, member, now()) as { readonly expiresAt: number } | undefined
      return row?.expiresAt ?? null
    },
  }
}
