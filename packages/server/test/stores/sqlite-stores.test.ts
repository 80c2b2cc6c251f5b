// What the stores in a SQLite file guarantee besides `stores.test.ts`: to several processes, after `kill -9`, and about
// the file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import type { ConsentRecord } from '../../src'
import { openSqliteStores, type SqliteStores } from '../../src/sqlite'
import { startBusiness } from '../support/business'
import { readReceipts } from '../support/sqlite-receipts'
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
  for (const [round, afterLines] of [20, 150, 400, 5_000].entries()) {
    const writer = writers.start({ file, prefix: `${round}-`, count: 1_000_000 })
    await writer.added(afterLines)
    acknowledged.push(...(await writer.kill()))
  }
  const { preSigns, counters } = open()
  const isNew = await Promise.all(acknowledged.map((line) => preSigns.addOnce(line.slice('new '.length), DAY_MS)))
  expect(isNew.filter(Boolean)).toEqual([])
  expect(await counters.add('all', 0, DAY_MS)).toBeGreaterThanOrEqual(acknowledged.length)
  expect(acknowledged.length).toBeGreaterThanOrEqual(5_570)
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

describe('a text that SQLite would change', () => {
  const START = { request: 'request', budgetMs: DAY_MS, ttlMs: DAY_MS }
  const TEXTS: readonly (readonly [string, string])[] = [
    ['a NUL', 'p\0x'],
    ['half a surrogate pair', 'p\ud800'],
  ]

  it.each(TEXTS)('is refused before it gets there: %s', async (_, bad) => {
    const { preSigns, counters, members, attempts } = open()
    const attempt = { traceId: 'trace', msgId: bad, session: 'session', consent: 'kept' } as const
    for (const call of [
      () => preSigns.addOnce(bad, DAY_MS),
      () => counters.add(bad, 0, DAY_MS),
      () => counters.add(bad, 1, DAY_MS),
      () => members.add('key', bad, DAY_MS),
      () => members.remove(bad, 'member', DAY_MS),
      () => members.count(bad),
      () => members.findExpiry('key', bad),
      () => attempts.put('id', attempt, DAY_MS),
      () => attempts.startCheck('id', { ...START, request: bad }),
      () => attempts.finishCheck('id', bad, DAY_MS),
    ]) {
      await expect(call()).rejects.toThrow('a text for the store holds a NUL or half a surrogate pair')
    }
  })

  it('does not make a used key look new', async () => {
    const { preSigns } = open()
    await preSigns.addOnce('p', DAY_MS)
    const [again] = await Promise.allSettled([preSigns.addOnce('p', DAY_MS), preSigns.addOnce('p\0x', DAY_MS)])
    expect(again).toEqual({ status: 'fulfilled', value: false })
  })

  it('is one of these two: any other comes back as it was', async () => {
    const { members, preSigns } = open()
    for (const text of ['😀', '"],["x', 'a\\u0041', '\u0001\u007f\ufffd\uffff', '9007199254740993']) {
      await members.add('key', text, DAY_MS)
      expect(await members.findExpiry('key', text)).toEqual(expect.any(Number))
      expect([await preSigns.addOnce(text, DAY_MS), await preSigns.addOnce(text, DAY_MS)]).toEqual([true, false])
    }
  })
})

test('a write that SQLite refuses fails alone: those of the same turn are kept, each with its own answer', async () => {
  const { preSigns, counters } = open()
  await preSigns.addOnce('used', DAY_MS)
  const ends = await Promise.allSettled([
    preSigns.addOnce('new', DAY_MS),
    preSigns.addOnce('a fraction of a ms', 0.5),
    preSigns.addOnce('used', DAY_MS),
    preSigns.addOnce('new', DAY_MS),
    counters.add('count', 2, DAY_MS),
    counters.add('count', 3, DAY_MS),
  ])
  const values = ends.map((end) => (end.status === 'fulfilled' ? end.value : 'refused'))
  expect(values).toEqual([true, 'refused', false, false, 2, 5])
})

describe('receipts', () => {
  const receipt: ConsentRecord = {
    way: 'sim',
    version: '2026-01',
    locale: null,
    textHash: null,
    at: '2026-11-22T04:00:00.000Z',
    traceId: 'trace',
    sessionHash: 'session',
    attemptHash: 'attempt',
  }
  const COLUMNS = '(number, at, version, trace_id, session_hash, attempt_hash)'

  it.each([
    ['changed', "UPDATE receipt SET version = '2099-01'"],
    ['removed', 'DELETE FROM receipt'],
    ['replaced', `INSERT OR REPLACE INTO receipt ${COLUMNS} VALUES (1, '2099', '2099-01', '', '', '')`],
    [
      'replaced',
      `INSERT INTO receipt ${COLUMNS} VALUES (1, '2099', '2099-01', '', '', '')
       ON CONFLICT (number) DO UPDATE SET version = excluded.version`,
    ],
  ])('cannot be %s, whoever writes to the file: %s', async (change, sql) => {
    await open().receipts.append(receipt)
    const database = new Database(file)
    expect(() => database.exec(sql)).toThrow(`a receipt cannot be ${change}`)
    database.close()
    expect(readReceipts(file)).toEqual([receipt])
  })

  it('are numbered without a gap, which a receipt that is missing at the end leaves too', async () => {
    const { receipts } = open()
    await receipts.append(receipt)
    await receipts.append(receipt)
    const database = new Database(file)
    database.exec('DROP TRIGGER receipt_stays; DELETE FROM receipt WHERE number = 2')
    await receipts.append(receipt)
    const rows = database.prepare('SELECT number FROM receipt ORDER BY number').all() as { number: number }[]
    database.close()
    expect(rows.map(({ number }) => number)).toEqual([1, 3])
  })

  it('of a login are in the file before it is signed', async () => {
    const stores = open()
    const business = await startBusiness({ stores, consentTexts: { '2026-01': { 'zh-CN': '条款' } } })
    const { traceId } = await business.sign()
    expect(readReceipts(file)).toEqual([
      {
        way: 'sim',
        version: '2026-01',
        locale: null,
        textHash: createHash('sha256').update('条款').digest('hex'),
        at: '2026-11-22T04:00:00.000Z',
        traceId,
        sessionHash: expect.stringMatching(/^[\w-]{43}$/),
        attemptHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
    await business.stop()
  })
})

describe('writes at the same time, which share a transaction,', () => {
  it('that add the same text share it out to one', async () => {
    const { preSigns } = open()
    const add = (key: string) => preSigns.addOnce(key, DAY_MS)
    expect(await Promise.all(['a', 'b', 'a', 'a', 'c'].map(add))).toEqual([true, true, false, false, true])
    expect(await Promise.all(['c', 'd', 'd'].map(add))).toEqual([false, true, false])
  })

  it('that add to the same counter see each other in their order', async () => {
    const { counters } = open()
    const add = (key: string, by: number) => counters.add(key, by, DAY_MS)
    expect(await Promise.all([add('a', 2), add('b', 1), add('a', 3), add('b', -1)])).toEqual([2, 1, 5, 0])
    expect(await Promise.all([add('a', -9), add('a', 4)])).toEqual([0, 4])
    expect(await Promise.all([add('a', 0), add('b', 0)])).toEqual([4, 0])
  })

  it('that add members to the same set see each other in their order', async () => {
    const { members } = open()
    const add = (key: string, member: string) => members.add(key, member, DAY_MS)
    const added = await Promise.all([add('a', '1'), add('b', '1'), add('a', '2'), add('a', '1')])
    expect(added.map(({ size, isNew }) => [size, isNew])).toEqual([
      [1, true],
      [1, true],
      [2, true],
      [2, false],
    ])
    expect(await Promise.all(['a', 'b', 'c'].map((key) => members.count(key)))).toEqual([2, 1, 0])
  })

  it('keep texts of any characters', async () => {
    const stores = open()
    const texts = ['"', '\\', '中文', '\u2028', '😀', '%', "'", '']
    const attempt = { traceId: 'trace', session: 'session', consent: 'kept' } as const
    await Promise.all(texts.map((msgId, place) => stores.attempts.put(`${place}`, { ...attempt, msgId }, DAY_MS)))
    const start = { request: 'request', budgetMs: DAY_MS, ttlMs: DAY_MS }
    const found = await Promise.all(texts.map((_, place) => stores.attempts.startCheck(`${place}`, start)))
    expect(found.map((each) => each?.attempt.msgId)).toEqual(texts)
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
