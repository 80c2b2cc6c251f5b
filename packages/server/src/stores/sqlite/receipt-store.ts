// Receipts in the file of the stores. The table itself refuses changes, whoever writes.
import type Database from 'libsql'
import type { ConsentRecord, ReceiptStore } from '../receipts'
import type { GroupCommits } from './group-commits'
import { type Row, selectRows, writeRows } from './rows'

export interface ReceiptFile {
  prepare(sql: string): Database.Statement
  readonly commits: GroupCommits
}

export function createReceiptStore({ prepare, commits }: ReceiptFile): ReceiptStore {
  const insert = prepare(
    `INSERT INTO receipt (at, version, locale, text_hash, trace_id, session_hash, attempt_hash, way)
     ${selectRows(8)}`,
  )
  return {
    append: commits.define((receipts) => {
      insert.run(writeRows(receipts.map(toRow)))
      return receipts.map(() => undefined)
    }),
  }
}

function toRow({ at, version, locale, textHash, traceId, sessionHash, attemptHash, way }: ConsentRecord): Row {
  return [at, version, locale, textHash, traceId, sessionHash, attemptHash, way]
}
