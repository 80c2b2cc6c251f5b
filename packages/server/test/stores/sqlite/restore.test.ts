// A restore takes a sound backup to a place that nobody uses, and loses nothing if it does not. What a restored store
// refuses: `restored-at.test.ts`.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStores, restoreDatabase, type SqliteStores } from '../../../src/sqlite'
import { askFile, createStoreFile, damageFile } from '../../support/sqlite-files'
import { createSqliteWriters } from '../../support/sqlite-writers'

const DAY_MS = 86_400_000
const PLACE = { number: 'number', session: 'session' }
const GUESSES = { guessesPerCode: 5, guessesPerNumber: 15, guessWindowMs: 86_400_000 }
const MESSAGE = { ...GUESSES, code: 'code', sendingMs: 0, ttlMs: 86_400_000, gapMs: 0, most: 20, dayMs: 86_400_000 }
const ATTEMPT = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' } as const
const START = { request: 'request', budgetMs: DAY_MS, ttlMs: DAY_MS }

let folder: string
let file: string
let backup: string
const writers = createSqliteWriters()
const opened: SqliteStores[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-restore-'))
  file = join(folder, 'data', 'stores.db')
  backup = join(folder, 'monday.db')
  await createStoreFile({ file: backup, fill: ({ preSigns }) => preSigns.addOnce('of the backup', DAY_MS) })
})

afterEach(async () => {
  await writers.killAll()
  await Promise.all(opened.splice(0).map((stores) => stores.close()))
  rmSync(folder, { recursive: true })
})

function open(): SqliteStores {
  const stores = openSqliteStores({ file })
  opened.push(stores)
  return stores
}

const createStore = (path = file) =>
  createStoreFile({ file: path, fill: ({ preSigns }) => preSigns.addOnce('of the store', DAY_MS) })

const listKeys = (path: string) => {
  const database = new Database(path)
  const rows = database.prepare('SELECT key FROM once ORDER BY key').all() as { key: string }[]
  database.close()
  return rows.map(({ key }) => key)
}

const listData = () => readdirSync(join(folder, 'data')).sort()

describe('a restore', () => {
  it('puts the backup in the place of the store, for this user alone, and keeps the former file', async () => {
    await createStore()
    const { formerFile } = restoreDatabase(backup, file, { now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 678) })
    expect(formerFile).toBe(`${file}.before-restore-20260102030405678`)
    expect(listData()).toEqual(['stores.db', 'stores.db.before-restore-20260102030405678'])
    expect(listKeys(file)).toEqual(['of the backup'])
    expect(listKeys(formerFile as string)).toEqual(['of the store'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('needs no store, and no folder', () => {
    expect(restoreDatabase(backup, file)).toEqual({ formerFile: null })
    expect(listKeys(file)).toEqual(['of the backup'])
  })

  it('only reads the backup, which may be read-only', () => {
    chmodSync(backup, 0o400)
    const before = readFileSync(backup)
    restoreDatabase(backup, file)
    expect(readFileSync(backup)).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['data', 'monday.db'])
  })

  it('takes what a stopped service left as a backup', async () => {
    await writers.start({ file: join(folder, 'stopped.db'), count: 10 }).finish()
    restoreDatabase(join(folder, 'stopped.db'), file)
    expect(listKeys(file)).toHaveLength(10)
  })

  it('of an older release’s backup adds what this release needs', async () => {
    const old = new Database(backup)
    const { user_version: version } = old.prepare('PRAGMA user_version').get() as { user_version: number }
    // What the last step added.
    old.exec(`DROP TABLE code; ALTER TABLE receipt DROP COLUMN way; PRAGMA user_version = ${version - 1}`)
    old.close()
    restoreDatabase(backup, file, { acceptReplays: true })
    const { preSigns, codes } = open()
    expect(await preSigns.addOnce('new', DAY_MS)).toBe(true)
    expect((await codes?.put(PLACE, MESSAGE))?.isPut).toBe(true)
  })

  it('keeps counters, wrong numbers and devices of the backup, and neither attempts nor codes', async () => {
    rmSync(backup)
    await createStoreFile({
      file: backup,
      fill: async ({ attempts, codes, counters, members }) => {
        await codes?.put(PLACE, MESSAGE)
        await attempts.put('id', ATTEMPT, DAY_MS)
        await counters.add('counter', 3, DAY_MS)
        await members.add('devices', 'device', DAY_MS)
      },
    })
    restoreDatabase(backup, file, { acceptReplays: true })
    const { attempts, codes, counters, members } = open()
    expect(await codes?.guess(PLACE, { ...MESSAGE, ticketId: 'ticket', repeatMs: DAY_MS })).toEqual({ state: 'void' })
    expect(await attempts.startCheck('id', START)).toBeNull()
    expect(await counters.add('counter', 0, DAY_MS)).toBe(3)
    expect(await members.count('devices')).toBe(1)
  })

  it('keeps what a killed process had acknowledged in the former file', async () => {
    const writer = writers.start({ file, count: 1_000_000 })
    await writer.added(100)
    const acknowledged = await writer.kill()
    const { formerFile } = restoreDatabase(backup, file)
    const keys = new Set(listKeys(formerFile as string))
    expect(acknowledged.filter((line) => !keys.has(line.slice('new '.length)))).toEqual([])
    expect(listData()).not.toContain('stores.db-wal')
  })

  it('can be undone with the former file', async () => {
    await createStore()
    const { formerFile } = restoreDatabase(backup, file, { now: () => 1 })
    restoreDatabase(formerFile as string, file, { now: () => 2 })
    expect(listKeys(file)).toEqual(['of the store'])
  })

  it('goes into the place of a store whose pages are damaged', async () => {
    await createStore()
    damageFile(file)
    restoreDatabase(backup, file)
    expect(listKeys(file)).toEqual(['of the backup'])
  })
})

describe('a store in use', () => {
  it('is refused, also while its process is idle, and can be replaced once that has ended', async () => {
    const writer = writers.start({ file, count: 10 })
    await writer.added(10)
    expect(() => restoreDatabase(backup, file)).toThrow(
      expect.objectContaining({
        code: 'storeUnusable',
        detail: 'another process has the file open: stop every process of the service, then try again',
      }),
    )
    expect(await writer.finish()).toHaveLength(10)
    restoreDatabase(backup, file)
    expect(listKeys(file)).toEqual(['of the backup'])
  })

  it('of this very process is refused', () => {
    open()
    expect(() => restoreDatabase(backup, file)).toThrow(expect.objectContaining({ code: 'storeUnusable' }))
  })

  it('that is opened too late to be seen cannot write to the former file', async () => {
    await createStore()
    // Without a statement it holds no lock yet.
    const late = new Database(file)
    restoreDatabase(backup, file)
    expect(() => late.exec('PRAGMA journal_mode = WAL')).toThrow(
      expect.objectContaining({ code: 'SQLITE_READONLY_DBMOVED' }),
    )
    late.close()
  })
})

describe('a backup that is refused leaves everything as it is', () => {
  const isRefused = (code: string, detail: string) => {
    const read = () => listData().map((name) => [name, readFileSync(join(folder, 'data', name), 'latin1')])
    const before = read()
    expect(() => restoreDatabase(backup, file)).toThrow(expect.objectContaining({ code, detail }))
    expect(read()).toEqual(before)
  }

  it.each<[string, () => void, string]>([
    ['that is missing', () => rmSync(backup), 'is no file'],
    ['that is a folder', () => [rmSync(backup), mkdirSync(backup)], 'is no file'],
    ['that is empty', () => writeFileSync(backup, ''), 'is no store of this server'],
    ['that is no database', () => writeFileSync(backup, 'not a database: '.repeat(100)), 'is no SQLite database'],
    ['of another program', () => askFile(backup, 'PRAGMA application_id = 1'), 'is no store of this server'],
    ['that is damaged', () => damageFile(backup), 'is damaged'],
    ['that is cut off', () => truncateSync(backup, 6_000), 'is damaged'],
    [
      'of a later release',
      () => askFile(backup, 'PRAGMA user_version = 1000'),
      'is of a later release: restore it with that one',
    ],
    [
      'that is half of a running store',
      () => writeFileSync(`${backup}-wal`, 'the other half'),
      'is not complete without the -wal beside it: back it up, and restore that',
    ],
  ])('%s', async (_name, change, fault) => {
    await createStore()
    change()
    isRefused('backupUnusable', `${backup} ${fault}`)
  })

  it('that is the store itself', async () => {
    await createStore()
    backup = file
    isRefused('backupUnusable', `${file} is the store itself`)
  })
})

describe('a place that is refused is left as it is', () => {
  const isRefused = (detail: string) => {
    const before = readFileSync(file)
    expect(() => restoreDatabase(backup, file)).toThrow(
      expect.objectContaining({ code: 'storeUnusable', detail: expect.stringContaining(detail) }),
    )
    expect(readFileSync(file)).toEqual(before)
    expect(listData()[0]).toBe('stores.db')
  }

  it('with a database of another program', () => {
    mkdirSync(join(folder, 'data'))
    const other = new Database(file)
    other.exec('PRAGMA journal_mode = WAL; PRAGMA application_id = 1')
    other.close()
    isRefused('the file is a database of another program')
  })

  it('with a file that nobody can lock', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file, 'not a database: '.repeat(100))
    isRefused('cannot be locked (SQLITE_NOTADB), so whether it is in use is unknown: stop the service, move it')
  })

  it('with the WAL of a file that is gone', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(`${file}-wal`, 'the latest changes of another file')
    expect(() => restoreDatabase(backup, file)).toThrow(
      expect.objectContaining({ code: 'storeUnusable', detail: expect.stringContaining(`${file}-wal belongs to`) }),
    )
    expect(existsSync(file)).toBe(false)
  })
})
