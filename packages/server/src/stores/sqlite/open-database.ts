// One SQLite file, which several processes of one machine share.
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { ServerError } from '../../errors'
import { migrate } from './migrations'

/** How long SQLite itself waits for another process, in ms: it blocks the event loop meanwhile. */
const BLOCKING_MS = 5

/** How long a start, or a backup, waits for another process that migrates the file, in ms. */
export const START_MS = 5_000

/**
 * After how many pages in the write-ahead log SQLite itself puts them into the file, on the event loop: 64 MB. Only if
 * the checkpoints of `checkpoints.ts` fail or fall behind.
 */
const LAST_RESORT_PAGES = 16_384

/** @throws ServerError `storeUnusable` */
export function openDatabase(file: string, powerLossSafe: boolean): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true })
    createFile(file)
    const database = new Database(file, { timeout: START_MS })
    try {
      return prepare(database, powerLossSafe)
    } catch (error) {
      database.close()
      throw error
    }
  } catch (cause) {
    if (cause instanceof ServerError) throw cause
    throw new ServerError('storeUnusable', { detail: describe(cause), cause })
  }
}

/**
 * For this user alone; SQLite gives the files beside it the same mode. An existing file is left alone: to close it
 * would drop the locks of every connection that this process has to it (POSIX).
 */
function createFile(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function prepare(database: Database.Database, powerLossSafe: boolean): Database.Database {
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${powerLossSafe ? 'FULL' : 'NORMAL'}`)
  database.exec('BEGIN IMMEDIATE')
  try {
    migrate(database)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
  database.exec(`PRAGMA busy_timeout = ${BLOCKING_MS}; PRAGMA wal_autocheckpoint = ${LAST_RESORT_PAGES}`)
  return database
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  // libsql's constructor leaves the code empty.
  return code || message
}
