// Checks all that an earlier run has stored, at the start: a damaged row would fail in the middle of some request.
import type { z } from 'zod'
import { toFieldErrors } from '../schemas/parse-fields'
import { createDocumentSchemas } from '../schemas/stored-documents'
import { ROW_SCHEMAS } from '../schemas/stored-rows'
import type { Database } from '../storage/database'
import { findDanglingDocument } from './check-references'

/** Any row of any table. */
interface Row {
  /** Its number in SQLite: an id may be a phone number. */
  readonly row: number
  readonly kind?: unknown
  readonly id?: unknown
}

/**
 * @param machineNow the machine's time, in milliseconds since 1970
 * @returns table, row and field of what is damaged, without its contents; `null` if nothing is
 */
export function findDamage(database: Database.Database, machineNow: number): string | null {
  const toDocumentSchema = createDocumentSchemas(machineNow)
  const damage = findDamagedRow(database, 'document', toDocumentSchema) ?? findDanglingDocument(database)
  if (damage !== null) return damage
  for (const [table, schema] of Object.entries(ROW_SCHEMAS)) {
    const damaged = findDamagedRow(database, table, () => schema)
    if (damaged !== null) return damaged
  }
  return findDanglingExchange(database)
}

/** Row by row, since a table may have thousands. */
function findDamagedRow(database: Database.Database, table: string, toSchema: (row: Row) => z.ZodType): string | null {
  for (const row of database.prepare(`SELECT rowid AS row, * FROM ${table}`).iterate() as Iterable<Row>) {
    const parsed = toSchema(row).safeParse(row, { reportInput: true })
    if (!parsed.success) return toDamage(table, row, parsed.error)
  }
  return null
}

function toDamage(table: string, { row }: Row, error: z.ZodError): string {
  const [field] = toFieldErrors(error)
  return `table ${table}, row ${row}, ${field?.path}: ${field?.message}`
}

function findDanglingExchange(database: Database.Database): string | null {
  const found = database.prepare('PRAGMA store.foreign_key_check').get() as { rowid: number } | undefined
  return found === undefined ? null : `table exchange, row ${found.rowid}, trace_id: is not the id of a trace`
}
