// The stores of one machine: a SQLite file, with nothing to install. Every method is one transaction, so that racing
// processes cannot both win, and `kill -9` loses nothing that was acknowledged.
import type { ReceiptStore } from '../receipts'
import type { Stores } from '../stores'
import { createAttemptStore } from './attempt-store'
import { createCheckpoints } from './checkpoints'
import { createSqliteCodeStore } from './code-store'
import { type Connection, createRemoval } from './connection'
import { createCounterStore } from './counter-store'
import { createGroupCommits } from './group-commits'
import { createMemberStore } from './member-store'
import { createOnceStore } from './once-store'
import { openDatabase } from './open-database'
import { createReceiptStore } from './receipt-store'
import { createRestoreGuard } from './restored-at'
import { guardTexts } from './texts'

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
  const checkpoints = createCheckpoints(file)
  const commits = createGroupCommits(database, {
    busyMs,
    beforeCommit: () => removal.run(now()),
    afterCommit: checkpoints.noteCommit,
  })
  const connection: Connection = { prepare, commits, now, noteWrites: removal.noteWrites }
  return {
    preSigns: guardTexts(createOnceStore(connection, createRestoreGuard(database))),
    attempts: guardTexts(createAttemptStore(connection)),
    counters: guardTexts(createCounterStore(connection)),
    members: guardTexts(createMemberStore(connection)),
    codes: guardTexts(createSqliteCodeStore(connection)),
    receipts: guardTexts(createReceiptStore(connection)),
    async close() {
      await commits.flush()
      await checkpoints.close()
      database.close()
    },
  }
}
