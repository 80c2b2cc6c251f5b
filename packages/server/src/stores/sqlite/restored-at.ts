// When the file was restored from a backup. What was used after the backup is unknown to it: until that has expired, a
// used key looks like a new one, so that none is accepted.
import type Database from 'libsql'
import { ServerError } from '../../errors'

const NAME = 'restored_at'

/** @param restoredAt in ms since 1970; `null` if keys may be accepted a second time */
export function noteRestore(database: Database.Database, restoredAt: number | null): void {
  if (restoredAt === null) database.prepare('DELETE FROM meta WHERE name = ?').run(NAME)
  else database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run(NAME, restoredAt)
}

export interface RestoreGuard {
  /**
   * @param ttlMs for how long a key of this kind is kept, in ms
   * @throws ServerError `storeRestored` while a key that was used before the restore can still count
   */
  refuseForgotten(ttlMs: number, time: number): void
}

/** Reads the instant once: an open file cannot be restored. */
export function createRestoreGuard(database: Database.Database): RestoreGuard {
  const row = database.prepare('SELECT value FROM meta WHERE name = ?').get(NAME) as { value: number } | undefined
  return {
    refuseForgotten(ttlMs, time) {
      if (row === undefined) return
      const retryAfterMs = row.value + ttlMs - time
      if (retryAfterMs > 0) throw new ServerError('storeRestored', { facts: { retryAfterMs } })
    },
  }
}
