// Writes of one turn of the event loop share a transaction: one commit, and with power-loss safety one wait for the
// disk, serves them all. A write is acknowledged after its commit.
import Database from 'libsql'
import { ServerError } from '../../errors'

/** How often a transaction that another process holds up is tried again, and after how long, in ms. */
const RETRY_MS = 5

interface Write {
  run(): void
  acknowledge(): void
  reject(error: unknown): void
}

export interface GroupCommits {
  /** Runs `work` alone in the file: what it reads is what it changes. */
  run<T>(work: () => T): Promise<T>
  /** Commits what waits. */
  flush(): Promise<void>
}

export interface GroupCommitsOptions {
  /** For how long other processes may hold up a write. */
  readonly busyMs: number
  /** What each transaction does once, after its writes. */
  readonly beforeCommit: () => void
}

export function createGroupCommits(
  database: Database.Database,
  { busyMs, beforeCommit }: GroupCommitsOptions,
): GroupCommits {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => database.prepare(sql)) as [
    Database.Statement,
    Database.Statement,
    Database.Statement,
  ]
  let waiting: Write[] = []
  let committing: Promise<void> | null = null

  /** Returns `false` if another process writes. */
  function tryToCommit(writes: readonly Write[]): boolean {
    try {
      begin.run()
    } catch (error) {
      if (isBusy(error)) return false
      throw error
    }
    try {
      for (const write of writes) write.run()
      beforeCommit()
      commit.run()
      return true
    } catch (error) {
      if (database.inTransaction) rollback.run()
      throw error
    }
  }

  async function commitOrReject(writes: readonly Write[]): Promise<void> {
    const deadline = performance.now() + busyMs
    try {
      while (!tryToCommit(writes)) {
        if (performance.now() > deadline) throw new ServerError('overloaded')
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
      for (const { acknowledge } of writes) acknowledge()
    } catch (error) {
      for (const { reject } of writes) reject(toStoreError(error))
    }
  }

  async function commitAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const writes = waiting
      waiting = []
      await commitOrReject(writes)
    }
    committing = null
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        let result: ReturnType<typeof work>
        waiting.push({
          run: () => {
            result = work()
          },
          acknowledge: () => resolve(result),
          reject,
        })
        committing ??= commitAll()
      }),
    flush: async () => {
      while (committing) await committing
    },
  }
}

/** A disk that is full or slow is the operator's; the client may try again later. */
function toStoreError(error: unknown): unknown {
  return isBusy(error) || (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')
    ? new ServerError('overloaded', { cause: error })
    : error
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
