// The simulator's memory: one SQLite database, a file that outlives a restart or `:memory:`.
import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'
import { SimulatorError } from '../common/errors'

export type { Database }

/** Kept for as long as nobody remembers this simulator: a file of another layout is refused, never rewritten. */
const LAYOUT = 2

const TABLES = `
  CREATE TABLE document (
    kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE TABLE taking (
    line TEXT NOT NULL, app_id TEXT NOT NULL, msg_id TEXT NOT NULL, taken_at INTEGER NOT NULL,
    trace_id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (line, app_id, msg_id)
  );
  CREATE TABLE token (
    line TEXT NOT NULL, token TEXT NOT NULL, msisdn TEXT NOT NULL, issued_at INTEGER NOT NULL, spent_at INTEGER,
    trace_id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (line, token)
  );
  CREATE INDEX unspent_token ON token (line, msisdn, issued_at) WHERE spent_at IS NULL;
  CREATE INDEX token_of_login ON token (line, json_extract(json, '$.appId'), json_extract(json, '$.msgId'));
  CREATE TABLE daily_check (
    line TEXT NOT NULL, day TEXT NOT NULL, app_id TEXT NOT NULL, msisdn TEXT NOT NULL, count INTEGER NOT NULL,
    UNIQUE (line, day, app_id, msisdn)
  );
  CREATE TABLE trace (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, line TEXT NOT NULL, app_id TEXT NOT NULL, msg_id TEXT NOT NULL,
    json TEXT NOT NULL
  );
  CREATE INDEX trace_of_login ON trace (line, app_id, msg_id);
  CREATE TABLE exchange (
    seq INTEGER PRIMARY KEY, trace_id TEXT NOT NULL REFERENCES trace (id) ON DELETE CASCADE, json TEXT NOT NULL
  );
  CREATE INDEX exchange_of_trace ON exchange (trace_id, seq);
`

/**
 * Opens the database and makes its tables if there are none.
 *
 * @param file a path, or `:memory:`
 * @throws SimulatorError `databaseInUse` if another simulator has it open; `databaseUnusable` if the file cannot be opened,
 *   is none of SQLite's or has another layout
 */
export function openDatabase(file: string): Database.Database {
  const opened: { database?: Database.Database } = {}
  try {
    const database = fileOf(file)
    opened.database = database
    layOut(database)
    checkWhole(database)
    // One simulator per file, since what is filed is in its memory too. A commit that a power cut takes back is no loss
    // here; a wait for the disk at every call would be.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    database.exec('PRAGMA foreign_keys = ON;')
    return database
  } catch (error) {
    opened.database?.close()
    throw error instanceof SimulatorError ? error : unusable(file, error as { code?: string; message: string })
  }
}

/** For this user alone, since private keys are in it; SQLite gives the files beside it the same mode. */
function fileOf(file: string): Database.Database {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  return new Database(file)
}

/** What is damaged in the middle would show later, at some request. */
function checkWhole(database: Database.Database): void {
  const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (found !== 'ok') throw new Error(found)
  const { broken } = database.prepare('SELECT count(*) AS broken FROM document WHERE NOT json_valid(json)').get() as {
    broken: number
  }
  if (broken > 0) throw new Error(`${broken} documents are no JSON`)
}

function unusable(file: string, { code, message }: { code?: string; message: string }): SimulatorError {
  return code === 'SQLITE_BUSY'
    ? new SimulatorError('databaseInUse', `another simulator has ${file} open: stop it, or give another file`)
    : new SimulatorError(
        'databaseUnusable',
        `the database ${file} cannot be opened (${message}): give another file, or move this one away`,
      )
}

/** Statements may outlive the database until they are collected: the lock is given back first, in so many words. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return // whoever stops twice
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL;')
  database.prepare('SELECT count(*) FROM document').get()
  database.close()
}

function layOut(database: Database.Database): void {
  const { user_version: layout } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (layout === LAYOUT) return
  if (layout !== 0) {
    const message = `the database has layout ${layout}, this simulator writes ${LAYOUT}: give another file`
    throw new SimulatorError('databaseUnusable', message)
  }
  database.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${LAYOUT}; COMMIT;`)
}
