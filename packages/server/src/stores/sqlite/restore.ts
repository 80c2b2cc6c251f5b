// Puts a backup in the place of the store. What was used after the backup is unknown to it (`restored-at.ts`), and what
// was going on at the time of the backup has ended since.
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'libsql'
import { ServerError } from '../../errors'
import { finishDraft, syncFolder, withDraft } from './draft'
import { findFault } from './faults'
import { lockAlone } from './lock-alone'
import { isNewer, migrate, type Table } from './migrations'
import { noteRestore } from './restored-at'

export interface RestoreOptions {
  /**
   * Whether pre-signs and tickets that were used after the backup may be used once more. Without it, none is accepted
   * until those have expired.
   *
   * @default false
   */
  readonly acceptReplays?: boolean
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
}

export interface Restored {
  /** Where the file is that was in the store's place; `null` if there was none. */
  readonly formerFile: string | null
}

/** What becomes of a table's rows. Counters and members are again those of the backup. */
const ROWS_AFTER_RESTORE: Readonly<Record<Table, 'kept' | 'void'>> = {
  once: 'kept',
  /** May have been verified after the backup. */
  attempt: 'void',
  counter: 'kept',
  member: 'kept',
  /** May have been used after the backup. */
  code: 'void',
}

/**
 * Puts a backup in the place of a store that no process has open. The file that was there is kept under another name; a
 * refusal changes nothing. For 26 hours afterwards pre-signs are refused with `storeRestored`, and for 190 seconds
 * tickets, in a store that spends them; attempts of the backup are void. Blocks the event loop, and libsql keeps a
 * closed store open until it is garbage: use a process of its own.
 *
 * @param backup a file of `backUpDatabase`, or of a stopped service; it is only read
 * @param file the store, as for `openSqliteStores`; it may be missing, with its folder
 * @throws ServerError `storeUnusable` if the store is in use, is another program's, or cannot be locked;
 *   `backupUnusable` if the backup is missing, damaged, another program's, or of a later release, or cannot be copied
 */
export function restoreDatabase(backup: string, file: string, options: RestoreOptions = {}): Restored {
  const { acceptReplays = false, now = Date.now } = options
  const [from, to] = [resolve(backup), resolve(file)]
  requireCopyable(from, to)
  try {
    mkdirSync(dirname(to), { recursive: true })
    return withDraft(to, (draft) => {
      copyFileSync(from, draft)
      // With the backup's mode, which may forbid writing.
      chmodSync(draft, 0o600)
      requireRestorable(draft, from)
      const locked = lockAlone(to)
      try {
        const time = now()
        changeDraft(draft, acceptReplays ? null : time)
        finishDraft(draft)
        return { formerFile: putInPlace(draft, to, locked.exists ? time : null) }
      } finally {
        locked.unlock()
      }
    })
  } catch (cause) {
    if (cause instanceof ServerError) throw cause
    throw new ServerError('backupUnusable', { detail: (cause as NodeJS.ErrnoException).code, cause })
  }
}

function requireCopyable(backup: string, file: string): void {
  const problem = findProblem(backup, file)
  if (problem !== null) throw new ServerError('backupUnusable', { detail: `${backup} ${problem}` })
}

function findProblem(backup: string, file: string): string | null {
  const stats = statSync(backup, { throwIfNoEntry: false })
  if (!stats?.isFile()) return 'is no file'
  const { ino, dev } = statSync(file, { throwIfNoEntry: false }) ?? {}
  if (ino === stats.ino && dev === stats.dev) return 'is the store itself'
  return existsSync(`${backup}-wal`) ? 'is not complete without the -wal beside it: back it up, and restore that' : null
}

function requireRestorable(draft: string, backup: string): void {
  const database = new Database(draft)
  try {
    const fault = findFault(database) ?? (isNewer(database) ? 'is of a later release: restore it with that one' : null)
    if (fault !== null) throw new ServerError('backupUnusable', { detail: `${backup} ${fault}` })
  } finally {
    database.close()
  }
}

/** @param restoredAt in ms since 1970; `null` if replays are accepted */
function changeDraft(draft: string, restoredAt: number | null): void {
  const database = new Database(draft)
  try {
    database.exec('BEGIN IMMEDIATE')
    migrate(database)
    for (const [table, rows] of Object.entries(ROWS_AFTER_RESTORE)) {
      if (rows === 'void') database.exec(`DELETE FROM ${table}`)
    }
    noteRestore(database, restoredAt)
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

/**
 * In one step, so that there is a store at any time.
 *
 * @param time in ms since 1970, for the former file's name; `null` if there is none
 */
function putInPlace(draft: string, file: string, time: number | null): string | null {
  const formerFile = time === null ? null : `${file}.before-restore-${new Date(time).toISOString().replace(/\D/g, '')}`
  if (formerFile === null) {
    // Unlike a rename, it replaces nothing: a service may have started meanwhile.
    linkSync(draft, file)
  } else {
    linkSync(file, formerFile)
    renameSync(draft, file)
  }
  syncFolder(file)
  return formerFile
}
