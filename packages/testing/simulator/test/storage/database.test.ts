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
  database.prepare("SELECT count(*) AS count FROM sqlite_master WHERE type = 'table'").get() as { count: number }

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

test.each([
  ['pages of noise', (file: string) => overwritePages(file)],
  ['a document that is not JSON', (file: string) => breakJson(file)],
])('a database with %s is refused at every try', (_, damage) => {
  const file = join(folder, 'damageBytes.sqlite')
  closeDatabase(openDatabase(file))
  damage(file)
  for (let tries = 0; tries < 2; tries += 1) {
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'databaseUnusable' }))
  }
})

function overwritePages(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill('noise', 4096))
}

function breakJson(file: string): void {
  const database = new Database(file)
  database.exec("INSERT INTO document VALUES ('app', '1', '{')")
  database.close()
}
