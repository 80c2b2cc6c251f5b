// The receipts in a folder's database: of the store itself, or beside a store on another machine.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export function readReceiptedTraceIds(folder: string): ReadonlySet<string> {
  const [file = ''] = ['receipts.db', 'local-number.db'].map((name) => join(folder, name)).filter(existsSync)
  const database = new Database(file)
  const rows = database.prepare('SELECT trace_id AS traceId FROM receipt').all() as { traceId: string }[]
  database.close()
  return new Set(rows.map(({ traceId }) => traceId))
}
