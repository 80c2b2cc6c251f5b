// Checkpoints put the write-ahead log into the file: on a thread of libsql's, since on the event loop each would stop
// all requests for as long as the disk takes.
import Database from 'libsql/promise'

/**
 * After how many pages of the log: 16 MB. Keys are random, so that the same pages change again and again, and what
 * changes between two checkpoints goes into the file once.
 */
const PAGES_BETWEEN = 4_096

/**
 * How many pages a commit adds to the log, about: what its writes have in common, and what each of them changes besides.
 * SQLite does not tell how long the log is.
 */
const estimatePages = (writes: number) => 5 + writes / 2

export interface Checkpoints {
  /** Hears of each commit. The next one has to wait for what it returns. */
  noteCommit(writes: number): Promise<void> | undefined
  /** Ends the running one. */
  close(): Promise<void>
}

/**
 * Each has two passes. While the first one copies the log, commits go on and add to it. The second one copies what they
 * added, which is little, and no commit comes in between: the log then begins anew. Without that, it would grow for as
 * long as writers are busy.
 */
export function createCheckpoints(file: string): Checkpoints {
  const database = new Database(file, {})
  let pages = 0
  let pass: Promise<void> | undefined
  let isCopied = false

  /** One that fails leaves the log as it is, for the next one. */
  const copyLog = (mode: 'PASSIVE' | 'FULL'): Promise<void> =>
    database.exec(`PRAGMA wal_checkpoint(${mode})`).catch(() => undefined)

  async function begin(): Promise<void> {
    await copyLog('PASSIVE')
    isCopied = true
  }

  async function finish(): Promise<void> {
    await copyLog('FULL')
    pages = 0
    isCopied = false
    pass = undefined
  }

  return {
    noteCommit(writes) {
      pages += estimatePages(writes)
      if (isCopied) return finish()
      if (pages >= PAGES_BETWEEN) pass ??= begin()
      return undefined
    },
    async close() {
      await pass
      database.close()
    },
  }
}
