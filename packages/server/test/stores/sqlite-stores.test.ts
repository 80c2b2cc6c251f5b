// What the stores in a SQLite file guarantee besides `stores.test.ts`: to several processes, after `kill -9`, and about
// the file.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStores, type SqliteStores } from '../../src/sqlite'
import { createSqliteWriters } from '../support/sqlite-writers'

const DAY_MS = 86_400_000

let folder: string
let file: string
const opened: SqliteStores[] = []
const writers = createSqliteWriters()

const open = () => {
  const stores = openSqliteStores({ file })
  opened.push(stores)
  return stores
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-sqlite-'))
  file = join(folder, 'data', 'stores.db')
})

afterEach(async () => {
  await writers.killAll()
  await Promise.all(opened.splice(0).map((stores) => stores.close()))
  rmSync(folder, { recursive: true })
})

describe('several processes', () => {
  it('that add the same keys share each of them out to one', async () => {
    const lists = await Promise.all([0, 1].map(() => writers.start({ file, count: 200 }).finish()))
    const added = lists.flat().filter((line) => line.startsWith('new '))
    expect(added).toHaveLength(200)
    expect(new Set(added).size).toBe(200)
    expect(await open().counters.add('all', 0, DAY_MS)).toBe(400)
  })

  it('may open a new file at the same time', async () => {
    const lists = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => writers.start({ file, prefix, count: 10 }).finish()),
    )
    expect(lists.map((lines) => lines.length)).toEqual([10, 10, 10])
  })
})

test('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const acknowledged: string[] = []
  for (const [round, afterLines] of [20, 150, 400].entries()) {
    const writer = writers.start({ file, prefix: `${round}-`, count: 1_000_000 })
    await writer.added(afterLines)
    acknowledged.push(...(await writer.kill()))
  }
  const { preSigns, counters } = open()
  const isNew = await Promise.all(acknowledged.map((line) => preSigns.addOnce(line.slice('new '.length), DAY_MS)))
  expect(isNew.filter(Boolean)).toEqual([])
  expect(await counters.add('all', 0, DAY_MS)).toBeGreaterThanOrEqual(acknowledged.length)
  expect(acknowledged.length).toBeGreaterThanOrEqual(570)
})

describe('the file', () => {
  it('and its folder are created, readable by this user alone', () => {
    open()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600)
  })

  it('of a newer release is served', async () => {
    open()
    const database = new Database(file)
    database.exec('ALTER TABLE attempt ADD COLUMN verdict TEXT; PRAGMA user_version = 1000')
    database.close()
    const { attempts } = open()
    const attempt = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' } as const
    await attempts.put('id', attempt, DAY_MS)
    const start = { request: 'request', budgetMs: DAY_MS, ttlMs: DAY_MS }
    expect((await attempts.startCheck('id', start))?.attempt).toEqual(attempt)
  })

  it('that a process opens twice stays locked against others', async () => {
    open()
    open()
    const code = `new (require('libsql'))(process.argv[1]).exec('PRAGMA journal_mode = DELETE')`
    const { stderr } = spawnSync(process.execPath, ['-e', code, file], { cwd: __dirname, encoding: 'utf8' })
    expect(stderr).toContain('SQLITE_BUSY')
  })

  it('that is a folder is refused', () => {
    file = folder
    expect(open).toThrow(expect.objectContaining({ code: 'storeUnusable', detail: expect.stringContaining(folder) }))
  })

  it('of another program is refused', () => {
    file = join(folder, 'other.db')
    const database = new Database(file)
    database.exec('CREATE TABLE theirs (id INTEGER)')
    database.close()
    expect(open).toThrow(expect.objectContaining({ code: 'storeUnusable' }))
  })

  it('that is no database is refused, and left as it is', () => {
    file = join(folder, 'notes.txt')
    writeFileSync(file, 'not a database, but longer than the header of one: '.repeat(10))
    expect(open).toThrow(expect.objectContaining({ code: 'storeUnusable' }))
    expect(statSync(file).size).toBe(510)
  })

  it('that another connection has locked refuses after the time limit, and works again after that', async () => {
    const stores = openSqliteStores({ file, busyMs: 20 })
    opened.push(stores)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(stores.preSigns.addOnce('key', DAY_MS)).rejects.toMatchObject({ code: 'overloaded', status: 503 })
    other.exec('ROLLBACK')
    other.close()
    expect(await stores.preSigns.addOnce('key', DAY_MS)).toBe(true)
  })
})

test('expired entries leave the file', async () => {
  let ms = 1_000
  const stores = openSqliteStores({ file, now: () => ms })
  opened.push(stores)
  await Promise.all(Array.from({ length: 100 }, (_none, index) => stores.preSigns.addOnce(`key ${index}`, 10)))
  ms += 10
  for (let index = 0; index < 20; index += 1) await stores.preSigns.addOnce(`later ${index}`, 10_000)
  const database = new Database(file)
  expect(database.prepare('SELECT count(*) AS count FROM once').get()).toMatchObject({ count: 20 })
  database.close()
})
