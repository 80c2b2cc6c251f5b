// Store files that no process has open, what is in a file, and damage to it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { openSqliteStores, type SqliteStoreOptions, type SqliteStores } from '../../src/sqlite'

export interface StoreFile extends Pick<SqliteStoreOptions, 'file' | 'now'> {
  fill?(stores: SqliteStores): Promise<unknown>
}

/** Fills stores elsewhere and copies them: libsql may keep a closed file open. */
export async function createStoreFile({ file, now, fill = async () => undefined }: StoreFile): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-store-file-'))
  const source = join(folder, 'stores.db')
  const stores = openSqliteStores({ file: source, now })
  await fill(stores)
  await stores.close()
  mkdirSync(dirname(file), { recursive: true })
  const database = new Database(source)
  database.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`)
  database.close()
  rmSync(folder, { recursive: true })
}

/** Runs a statement on a file, and returns its first row. */
export function askFile<Row>(file: string, sql: string): Row {
  const database = new Database(file)
  const row = database.prepare(sql).get() as Row
  database.close()
  return row
}

/** Overwrites all pages but the first. */
export function damageFile(file: string): void {
  writeFileSync(file, readFileSync(file).fill(0xff, 4_096))
}
