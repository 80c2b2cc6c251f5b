// Receipts in the file of the stores. The table itself refuses changes, whoever writes.
import type Database from 'libsql'
import type { ReceiptStore } from '../receipts'
import type { GroupCommits } from './group-commits'

export interface ReceiptFile {
  prepare(sql: string): Database.Statement
  readonly commits: GroupCommits
}

export function createReceiptStore({ prepare, commits }: ReceiptFile): ReceiptStore {
  const insert = prepare(
    `INSERT INTO receipt (at, version, locale, text_hash, trace_id, session_hash, attempt_hash, way)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    append: ({ at, version, locale, textHash, traceId, sessionHash, attemptHash, way }) =>
      commits.run(() => {
        insert.run(at, version, locale, textHash, traceId, sessionHash, attemptHash, way)
      }),
  }
}
