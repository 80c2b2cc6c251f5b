// Checks that what a stored document names exists: each document by itself is sound.
import type { Fault } from '@local-number/simulator-contract'
import type { Database } from '../storage/database'
import type { StoredHandset } from './handset-facts'

interface DocumentRow {
  readonly row: number
  readonly kind: 'app' | 'handset' | 'setting'
  readonly id: string
  readonly json: string
}

/** @returns table, row and field of a document that names a missing one; `null` if there is none */
export function findDanglingDocument(database: Database.Database): string | null {
  const rows = database.prepare('SELECT rowid AS row, kind, id, json FROM document').all() as DocumentRow[]
  const handsets = new Set(rows.filter(({ kind }) => kind === 'handset').map(({ id }) => id))
  const settings = new Set(rows.filter(({ kind }) => kind === 'setting').map(({ id }) => id))
  // Each start stores what it has added.
  if (rows.length > 0 && !settings.has('seeded')) return 'table document: the setting seeded is missing'
  // The active handset cannot be removed.
  if (handsets.size > 0 && !settings.has('activeHandset')) return 'table document: the setting activeHandset is missing'
  for (const row of rows) {
    const field = findDanglingField(row, handsets)
    if (field !== null) return `table document, row ${row.row}, ${field}: is not the id of a handset`
  }
  return null
}

function findDanglingField({ kind, id, json }: DocumentRow, handsets: ReadonlySet<string>): string | null {
  const isMissing = (handset: string | null) => handset !== null && !handsets.has(handset)
  if (kind === 'handset') return isMissing((JSON.parse(json) as StoredHandset).hotspot) ? 'json.hotspot' : null
  if (kind === 'app') return null
  if (id === 'activeHandset') return isMissing(JSON.parse(json)) ? 'json' : null
  if (id !== 'faults') return null
  const index = (JSON.parse(json) as Fault[]).findIndex(({ handset }) => isMissing(handset))
  return index === -1 ? null : `json[${index}].handset`
}
