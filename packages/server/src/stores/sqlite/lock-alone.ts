// Holds a store that no other connection has open, so that it can be replaced. In WAL mode, every connection holds a
// shared lock on the file from its first statement until it is closed, also while it is idle; the end of its process
// frees it. Whoever opens the file meanwhile gets SQLITE_BUSY, or, once it has another name, SQLITE_READONLY_DBMOVED.
import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'
import { ServerError } from '../../errors'
import { identify } from './migrations'

export interface LockedFile {
  /** Whether there is a file at all. */
  readonly exists: boolean
  unlock(): void
}

/**
 * Locks the file, and puts all of it into this one file, without a WAL beside it.
 *
 * @throws ServerError `storeUnusable` if another connection has it open, it is another program's, or is no database
 */
export function lockAlone(file: string): LockedFile {
  if (!existsSync(file)) {
    requireNoJournal(file)
    return { exists: false, unlock: () => undefined }
  }
  const database = new Database(file)
  try {
    lock(database)
    requireNoJournal(file)
  } catch (cause) {
    database.close()
    if (cause instanceof ServerError) throw cause
    throw new ServerError('storeUnusable', { detail: explain(file, cause), cause })
  }
  return {
    exists: true,
    unlock() {
      database.exec('ROLLBACK')
      database.close()
    },
  }
}

function lock(database: Database.Database): void {
  // Nothing is prepared before: libsql would keep the file open after a refusal until the statement is garbage.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  if (identify(database) === 'foreign') {
    throw new ServerError('storeUnusable', { detail: 'the file is a database of another program' })
  }
  database.exec('COMMIT; PRAGMA journal_mode = DELETE')
  // An exclusive connection leaves the journal of its last change in place. Without the mode and without a WAL, a
  // transaction locks as well, unless another process came in between and made a WAL.
  database.exec('PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema; BEGIN EXCLUSIVE')
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode').get() as { readonly journal_mode: string }
  if (mode === 'wal') throw new ServerError('storeUnusable', { detail: IN_USE })
}

const IN_USE = 'another process has the file open: stop every process of the service, then try again'

function explain(file: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code?.startsWith('SQLITE_BUSY')) return IN_USE
  return `${file} cannot be locked (${code}), so whether it is in use is unknown: ${MOVE_AWAY}`
}

const MOVE_AWAY = 'stop the service, move it and the files beside it (-wal, -shm, -journal) away, then try again'

/** SQLite would take what it says for the latest changes of any file beside it. */
function requireNoJournal(file: string): void {
  const journal = [`${file}-wal`, `${file}-journal`].find(
    (path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0,
  )
  if (journal !== undefined) {
    throw new ServerError('storeUnusable', { detail: `${journal} belongs to another file: ${MOVE_AWAY}` })
  }
}
