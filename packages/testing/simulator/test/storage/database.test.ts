// The database file: created if it is missing, refused if it is something else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { closeDatabase, openDatabase } from '../../src/storage/database'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-database-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const countTables = (database: ReturnType<typeof openDatabase>) =>
  database.prepare("SELECT count(*) AS count FROM store.sqlite_master WHERE type = 'table'").get() as { count: number }

test('a new file gets its tables and keeps them', () => {
  const file = join(folder, 'new.sqlite')
  const first = openDatabase(file)
  const { count } = countTables(first)
  closeDatabase(first)
  const again = openDatabase(file)
  expect([count > 0, countTables(again).count]).toEqual([true, count])
  closeDatabase(again)
})

test('a file that is not a database is refused', () => {
  const file = join(folder, 'letter.txt')
  writeFileSync(file, 'Dear Sir or Madam, '.repeat(100))
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'databaseUnusable' }))
})

test('a database of another format is refused', () => {
  const file = join(folder, 'newer.sqlite')
  const newer = new Database(file)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(() => openDatabase(file)).toThrow(
    'the database has format 99, this simulator needs format 4: give another file',
  )
})

test('a missing folder is reported with a remedy', () => {
  expect(() => openDatabase(join(folder, 'missing', 'a.sqlite'))).toThrow(/missing.*give another file/)
})

test('a database is refused while another simulator has it open', () => {
  const file = join(folder, 'shared.sqlite')
  const first = openDatabase(file)
  expect(() => openDatabase(file)).toThrow(
    expect.objectContaining({
      code: 'databaseInUse',
      message: expect.stringContaining('stop it, or give another file'),
    }),
  )
  closeDatabase(first)
  closeDatabase(openDatabase(file))
})

test('the files of the database are readable by this user alone', () => {
  const database = openDatabase(join(folder, 'private.sqlite'))
  database.exec("INSERT INTO document VALUES ('app', '1', '{}')")
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)
  expect([modes.length > 1, new Set(modes)]).toEqual([true, new Set([0o600])])
  closeDatabase(database)
})

test('a database with pages of noise is refused at every try', () => {
  const file = join(folder, 'noise.sqlite')
  closeDatabase(openDatabase(file))
  writeFileSync(file, readFileSync(file).fill('noise', 4096))
  for (let tries = 0; tries < 2; tries += 1) {
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'databaseUnusable' }))
  }
})

test.each([
  ['without a table', 'DROP TABLE exchange', 'the table exchange is missing'],
  ['without its documents', 'DROP TABLE document', 'the table document is missing'],
  ['without a column', 'ALTER TABLE number_check RENAME COLUMN msisdn TO phone', 'number_check has no column msisdn'],
  ['with one column more', 'ALTER TABLE token ADD COLUMN note', 'the table token is declared differently'],
  [
    'without the uniqueness of a column',
    `DROP TABLE document; CREATE TABLE document (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL)`,
    'the table document is declared differently',
  ],
  ['without an index', 'DROP INDEX unspent_token', 'the index unspent_token is missing'],
  ['with another index', 'DROP INDEX unspent_token; CREATE INDEX unspent_token ON token (line)', 'index unspent_token'],
  ['with a view in place of a table', 'DROP TABLE trace; CREATE VIEW trace AS SELECT 1', 'the table trace is missing'],
])('a database %s is refused at every try', (_, sql, damage) => {
  const file = join(folder, 'layout.sqlite')
  closeDatabase(openDatabase(file))
  const database = new Database(file)
  database.exec(sql)
  database.close()
  for (let tries = 0; tries < 2; tries += 1) {
    expect(() => openDatabase(file)).toThrow(
      expect.objectContaining({ code: 'databaseUnusable', message: expect.stringContaining(damage) }),
    )
  }
})

test('a database with statements that are still in use elsewhere is released when it is closed', () => {
  const file = join(folder, 'statements.sqlite')
  const database = openDatabase(file)
  const statement = database.prepare("INSERT INTO document VALUES ('setting', ?, '1')")
  statement.run('first')
  closeDatabase(database)
  const again = openDatabase(file)
  expect(() => statement.run('second')).toThrow()
  expect(again.prepare('SELECT id FROM document').all()).toEqual([{ id: 'first' }])
  closeDatabase(again)
})
