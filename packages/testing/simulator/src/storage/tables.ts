// The tables of a simulator's database, and whether a file has them.
import Database from 'libsql'

/** Raised with every change to the tables. A file of another format is refused, never rewritten. */
export const FORMAT = 4

const TABLES = `
  CREATE TABLE store.document (
    kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE TABLE store.retrieval (
    line TEXT NOT NULL, app_id TEXT NOT NULL, msg_id TEXT NOT NULL, retrieved_at INTEGER NOT NULL,
    trace_id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (line, app_id, msg_id)
  );
  CREATE TABLE store.token (
    line TEXT NOT NULL, token TEXT NOT NULL, msisdn TEXT NOT NULL, issued_at INTEGER NOT NULL, spent_at INTEGER,
    trace_id TEXT NOT NULL, json TEXT NOT NULL,
    UNIQUE (line, token)
  );
  CREATE INDEX store.unspent_token ON token (line, msisdn, issued_at) WHERE spent_at IS NULL;
  CREATE INDEX store.token_of_login ON token (line, json_extract(json, '$.appId'), json_extract(json, '$.msgId'));
  CREATE TABLE store.number_check (
    line TEXT NOT NULL, app_id TEXT NOT NULL, msisdn TEXT NOT NULL, checked_at INTEGER NOT NULL
  );
  CREATE INDEX store.check_of_number ON number_check (line, app_id, msisdn, checked_at);
  CREATE TABLE store.trace (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, line TEXT NOT NULL, app_id TEXT NOT NULL, msg_id TEXT NOT NULL,
    json TEXT NOT NULL
  );
  CREATE INDEX store.trace_of_login ON trace (line, app_id, msg_id);
  CREATE TABLE store.exchange (
    seq INTEGER PRIMARY KEY, trace_id TEXT NOT NULL REFERENCES trace (id) ON DELETE CASCADE, json TEXT NOT NULL
  );
  CREATE INDEX store.exchange_of_trace ON exchange (trace_id, seq);
`

/** @throws SqliteError */
export function createTables(database: Database.Database): void {
  database.transaction(() => database.exec(`${TABLES} PRAGMA store.user_version = ${FORMAT};`))()
}

/** @returns 0 for a new file */
export function readFormat(database: Database.Database): number {
  return (database.prepare('PRAGMA store.user_version').get() as { user_version: number }).user_version
}

/** @returns what the file has differently from what this format has, `null` if nothing */
export function findLayoutDamage(database: Database.Database): string | null {
  const found = new Map(readLayout(database).map((part) => [part.name, part]))
  for (const { type, name, sql, columns } of createModel()) {
    const part = found.get(name)
    if (part?.type !== type) return `the ${type} ${name} is missing`
    const column = columns.find((column) => !part.columns.includes(column))
    if (column !== undefined) return `the table ${name} has no column ${column}`
    if (part.sql !== sql) return `the ${type} ${name} is declared differently`
  }
  return null
}

interface Part {
  readonly type: 'table' | 'index'
  readonly name: string
  /** As it was created, without the name of its database. */
  readonly sql: string
  /** Of a table. */
  readonly columns: readonly string[]
}

function readLayout(database: Database.Database): readonly Part[] {
  // The indexes that SQLite makes by itself, for UNIQUE, have no SQL.
  const parts = database.prepare('SELECT type, name, sql FROM store.sqlite_master WHERE sql IS NOT NULL').all()
  const columns = database.prepare("SELECT name FROM pragma_table_info(?, 'store')")
  return (parts as Omit<Part, 'columns'>[]).map((part) => ({
    ...part,
    columns: part.type === 'table' ? (columns.all(part.name) as { name: string }[]).map(({ name }) => name) : [],
  }))
}

function createModel(): readonly Part[] {
  const model = new Database(':memory:')
  try {
    model.exec("ATTACH ':memory:' AS store")
    createTables(model)
    return readLayout(model)
  } finally {
    model.close()
  }
}
