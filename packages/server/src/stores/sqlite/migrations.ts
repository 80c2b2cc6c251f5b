// The tables, as steps from one schema to the next. A step only adds: the previous release keeps serving from a file
// that a newer one has migrated, so that releases can be rolled out, and back, one process at a time.
import type Database from 'libsql'
import { ServerError } from '../../errors'

/** Marks our files, so that no other program's database is taken for one: "LNLS". */
const APPLICATION_ID = 0x4c4e4c53

/** The tables whose rows expire. */
export type Table = 'once' | 'attempt' | 'counter' | 'member' | 'code'

/** Instants are ms since 1970, but for what auditors read. Each step runs once; `user_version` counts them. */
const STEPS: readonly string[] = [
  `CREATE TABLE once (
     key TEXT PRIMARY KEY,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX once_by_expiry ON once (expires_at);

   CREATE TABLE attempt (
     id TEXT PRIMARY KEY,
     trace_id TEXT NOT NULL,
     msg_id TEXT NOT NULL,
     session TEXT NOT NULL,
     consent TEXT NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX attempt_by_expiry ON attempt (expires_at);

   CREATE TABLE counter (
     key TEXT PRIMARY KEY,
     sum INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX counter_by_expiry ON counter (expires_at);`,

  `ALTER TABLE attempt ADD COLUMN binding TEXT;
   ALTER TABLE attempt ADD COLUMN request TEXT;
   ALTER TABLE attempt ADD COLUMN until INTEGER;
   ALTER TABLE attempt ADD COLUMN result TEXT;

   CREATE TABLE member (
     key TEXT NOT NULL,
     member TEXT NOT NULL,
     expires_at INTEGER NOT NULL,
     PRIMARY KEY (key, member)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX member_by_expiry ON member (expires_at);`,

  `CREATE TABLE meta (
     name TEXT PRIMARY KEY,
     value INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,

  'ALTER TABLE attempt ADD COLUMN key_id TEXT',

  // Numbers without a gap, so that a receipt which somebody removed leaves one. REPLACE removes a row without asking
  // the trigger for it: hence the third.
  `CREATE TABLE receipt (
     number INTEGER PRIMARY KEY AUTOINCREMENT,
     at TEXT NOT NULL,
     version TEXT NOT NULL,
     locale TEXT,
     text_hash TEXT,
     trace_id TEXT NOT NULL,
     session_hash TEXT NOT NULL,
     attempt_hash TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER receipt_stays_as_it_is BEFORE UPDATE ON receipt
     BEGIN SELECT RAISE(ABORT, 'a receipt cannot be changed'); END;
   CREATE TRIGGER receipt_stays BEFORE DELETE ON receipt
     BEGIN SELECT RAISE(ABORT, 'a receipt cannot be removed'); END;
   CREATE TRIGGER receipt_is_not_replaced BEFORE INSERT ON receipt
     WHEN NEW.number IN (SELECT number FROM receipt)
     BEGIN SELECT RAISE(ABORT, 'a receipt cannot be replaced'); END;`,

  // The codes of text messages; and by which way a user agreed to the terms.
  `CREATE TABLE code (
     number TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX code_by_expiry ON code (expires_at);
   ALTER TABLE receipt ADD COLUMN way TEXT NOT NULL DEFAULT 'sim';`,
]

/** Inside a transaction: another process may migrate at the same time. */
export function migrate(database: Database.Database): void {
  if (identify(database) === 'foreign') {
    throw new ServerError('storeUnusable', { detail: 'the file is a database of another program' })
  }
  const version = readPragma(database, 'user_version')
  if (version >= STEPS.length) return
  for (const step of STEPS.slice(version)) database.exec(step)
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STEPS.length}`)
}

export function identify(database: Database.Database): 'ours' | 'empty' | 'foreign' {
  const id = readPragma(database, 'application_id')
  if (id === APPLICATION_ID) return 'ours'
  return id === 0 && readPragma(database, 'user_version') === 0 && isEmpty(database) ? 'empty' : 'foreign'
}

/** Whether a later release has added to the tables. */
export function isNewer(database: Database.Database): boolean {
  return readPragma(database, 'user_version') > STEPS.length
}

function isEmpty(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

function readPragma(database: Database.Database, name: 'application_id' | 'user_version'): number {
  return (database.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name] as number
}
