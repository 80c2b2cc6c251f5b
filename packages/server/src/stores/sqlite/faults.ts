// What SQLite says about a file, in an operator's words, and whether a draft is a sound store of ours.
import Database from 'libsql'
import { identify } from './migrations'

const FAULTS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'is being restored or migrated by another process: try again',
  SQLITE_CORRUPT: 'is damaged',
  SQLITE_NOTADB: 'is no SQLite database',
}

/** Continues a sentence that begins with the file. `null` if the error is not about the file's state. */
export function explainFault(error: unknown): string | null {
  if (!(error instanceof Database.SqliteError)) return null
  // Without what some codes add, such as `SQLITE_CORRUPT_INDEX`.
  const [family = ''] = /^SQLITE_[A-Z]+/.exec(error.code) ?? []
  return FAULTS[family] ?? null
}

/** Reads the whole of a draft. `null` if it is sound. */
export function findFault(database: Database.Database): string | null {
  try {
    // Of a stopped service's file. Its lock would outlive the connection with the statements below.
    database.exec('PRAGMA journal_mode = DELETE')
    if (identify(database) !== 'ours') return 'is no store of this server'
    const row = database.prepare('PRAGMA integrity_check(1)').get() as { readonly integrity_check: string }
    return row.integrity_check === 'ok' ? null : 'is damaged'
  } catch (error) {
    const fault = explainFault(error)
    if (fault === null) throw error
    return fault
  }
}
