// Reads the receipts of a SQLite file, as an audit does: past the stores.
import Database from 'libsql'
import type { ConsentRecord } from '../../src'

export function readReceipts(file: string): ConsentRecord[] {
  const database = new Database(file)
  const rows = database
    .prepare(
      `SELECT version, locale, text_hash AS textHash, at, trace_id AS traceId, session_hash AS sessionHash,
         attempt_hash AS attemptHash, way FROM receipt ORDER BY number`,
    )
    .all() as ConsentRecord[]
  database.close()
  // libsql adds a field of its own to a row.
  return rows.map(({ version, locale, textHash, at, traceId, sessionHash, attemptHash, way }) => ({
    version,
    locale,
    textHash,
    at,
    traceId,
    sessionHash,
    attemptHash,
    way,
  }))
}
