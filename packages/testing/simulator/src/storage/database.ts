// One SQLite database per simulator: a file that outlives a restart, or `:memory:`.
import { closeSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'libsql'
import { SimulatorError } from '../common/errors'
import { createTables, FORMAT, findLayoutDamage, readFormat } from './tables'

export type { Database }

/**
 * Opens the database and creates its tables if it is new.
 *
 * @param file a path, or `:memory:`
 * @throws SimulatorError `databaseInUse` if another simulator has it open; `databaseUnusable` if the file cannot be
 *   opened, is not a SQLite database, is damaged, or has another format
 */
export function openDatabase(file: string): Database.Database {
  try {
    const database = attachFile(file)
    try {
      prepareTables(database)
      return database
    } catch (error) {
      closeDatabase(database)
      throw error
    }
  } catch (error) {
    throw toSimulatorError(file, error)
  }
}

/**
 * The file is attached to an empty database in memory. Closing a database would keep its file open and locked until the
 * last prepared statement is collected; detaching does not, on a full disk neither.
 */
function attachFile(file: string): Database.Database {
  // Readable by this user alone, since it contains private keys; SQLite gives the files beside it the same mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  const database = new Database(':memory:')
  try {
    // Exclusive: a simulator also keeps its apps and handsets in memory, so two must not share a file. A power cut may
    // undo the last commits, which is harmless here; waiting for the disk in every call would not be.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.prepare('ATTACH ? AS store').run(file === ':memory:' ? file : resolve(file))
    database.exec('PRAGMA foreign_keys = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Finds damage now rather than in the middle of some request. */
function prepareTables(database: Database.Database): void {
  const format = readFormat(database)
  if (format !== 0 && format !== FORMAT) {
    const problem = `the database has format ${format}, this simulator needs format ${FORMAT}`
    throw new SimulatorError('databaseUnusable', `${problem}: give another file`, { problem })
  }
  if (format === 0) createTables(database)
  const { quick_check: found } = database.prepare('PRAGMA store.quick_check(1)').get() as { quick_check: string }
  const damage = found === 'ok' ? findLayoutDamage(database) : found
  if (damage !== null) throw new Error(damage)
  database.exec('PRAGMA store.journal_mode = WAL; PRAGMA store.synchronous = NORMAL;')
}

/** @returns what a failure of SQLite means to whoever has given the file; any SimulatorError itself */
export function toSimulatorError(file: string, error: unknown): SimulatorError {
  if (error instanceof SimulatorError) return error
  const { code, message } = error as { code?: string; message: string }
  if (code === 'SQLITE_BUSY') {
    return new SimulatorError('databaseInUse', `another simulator has ${file} open: stop it, or give another file`)
  }
  return createUnusableError(`the database ${file} cannot be opened (${message})`)
}

/** Whether it is a failure of SQLite itself. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Database.SqliteError
}

/** @param problem as the beginning of a sentence */
export function createUnusableError(problem: string): SimulatorError {
  return new SimulatorError('databaseUnusable', `${problem}: give another file, or move this one away`, { problem })
}

/** Always closes it. What the file cannot take, as on a full disk, stays in the one beside it for the next start. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return // stopped twice
  try {
    database.exec('DETACH store')
  } finally {
    database.close()
  }
}
