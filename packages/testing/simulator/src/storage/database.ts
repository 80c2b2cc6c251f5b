// One SQLite database per simulator: a file that outlives a restart, or `:memory:`.
import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'
import { SimulatorError } from '../common/errors'

export type { Database }

/** Raised with every change to the tables. A file of another format is refused, never rewritten. */
const FORMAT = 4

const TABLES = `
  CREATE TABLE document (
    kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE TABLE retrieval (
    line TEXT NOT NULL, app_id TEXT NOT NULL, msg_id TEXT NOT NULL, retrieved_at INTEGER NOT NULL,
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
  CREATE TABLE number_check (
    line TEXT NOT NULL, app_id TEXT NOT NULL, msisdn TEXT NOT NULL, checked_at INTEGER NOT NULL
  );
  CREATE INDEX check_of_number ON number_check (line, app_id, msisdn, checked_at);
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
 * Opens the database and creates its tables if it is new.
 *
 * @param file a path, or `:memory:`
 * @throws SimulatorError `databaseInUse` if another simulator has it open; `databaseUnusable` if the file cannot be
 *   opened, is not a SQLite database, is damaged, or has another format
 */
export function openDatabase(file: string): Database.Database {
  const opened: { database?: Database.Database } = {}
  try {
    const database = openFile(file)
    opened.database = database
    createTables(database)
    checkIntegrity(database)
    // Exclusive: a simulator also keeps its apps and handsets in memory, so two must not share a file. A power cut may
    // undo the last commits, which is harmless here; waiting for the disk in every call would not be.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    database.exec('PRAGMA foreign_keys = ON;')
    return database
  } catch (error) {
    opened.database?.close()
    throw error instanceof SimulatorError ? error : toSimulatorError(file, error as { code?: string; message: string })
  }
}

/** Readable by this user alone, since it contains private keys; SQLite gives the files beside it the same mode. */
function openFile(file: string): Database.Database {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  return new Database(file)
}

/** Finds damage now rather than in the middle of some request. */
function checkIntegrity(database: Database.Database): void {
  const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (found !== 'ok') throw new Error(found)
  const { broken } = database.prepare('SELECT count(*) AS broken FROM document WHERE NOT json_valid(json)').get() as {
    broken: number
  }
  if (broken > 0) throw new Error(`${broken} documents are not JSON`)
}

function toSimulatorError(file: string, { code, message }: { code?: string; message: string }): SimulatorError {
  if (code === 'SQLITE_BUSY') {
    return new SimulatorError('databaseInUse', `another simulator has ${file} open: stop it, or give another file`)
  }
  return createUnusableError(`the database ${file} cannot be opened (${message})`)
}

/** @param problem as the beginning of a sentence */
export function createUnusableError(problem: string): SimulatorError {
  return new SimulatorError('databaseUnusable', `${problem}: give another file, or move this one away`, { problem })
}

/** Releases the lock first: prepared statements keep the database alive until they are collected. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return // stopped twice
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL;')
  database.prepare('SELECT count(*) FROM document').get()
  database.close()
}

function createTables(database: Database.Database): void {
  const { user_version: format } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (format === FORMAT) return
  if (format !== 0) {
    const problem = `the database has format ${format}, this simulator needs format ${FORMAT}`
    throw new SimulatorError('databaseUnusable', `${problem}: give another file`, { problem })
  }
  database.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${FORMAT}; COMMIT;`)
}
