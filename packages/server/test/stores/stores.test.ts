// The stores that need no other program, by the contract of all stores. Redis: `redis.services.test.ts`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { createMemoryStores } from '../../src'
import { createCloudStores } from '../../src/cloud'
import { openSqliteStores, type SqliteStores } from '../../src/sqlite'
import { STORE_CONTRACT, type StoreHarness } from '../../src/store-contract'
import { createCloudDatabase } from '../support/cloud-database-stand-in'
import { readReceipts } from '../support/sqlite-receipts'

let ms = 0
const now = () => ms
const clock: Pick<StoreHarness, 'passTime'> = {
  passTime: async (passed) => {
    ms += passed
  },
}

let folder: string
const opened: SqliteStores[] = []

beforeEach(() => {
  ms = 1_000_000
  folder = mkdtempSync(join(tmpdir(), 'local-number-stores-'))
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map((stores) => stores.close()))
  rmSync(folder, { recursive: true })
})

/** Calls fail while another connection holds the file's lock. */
function createSqliteHarness(powerLossSafe: boolean): StoreHarness {
  const file = join(folder, 'stores.db')
  const stores = openSqliteStores({ file, powerLossSafe, busyMs: 20, now })
  opened.push(stores)
  return {
    ...clock,
    stores,
    readReceipts: async () => readReceipts(file),
    break: async () => {
      const other = new Database(file)
      other.exec('BEGIN IMMEDIATE')
      return async () => {
        other.exec('ROLLBACK')
        other.close()
      }
    },
  }
}

/** Writes are lost. */
function createCloudHarness(): StoreHarness {
  const database = createCloudDatabase()
  return {
    ...clock,
    stores: createCloudStores(database, { now }),
    break: async () => {
      database.loseNextWrite()
      return async () => undefined
    },
  }
}

describe.each<[string, () => StoreHarness]>([
  ['in memory', () => ({ ...clock, stores: createMemoryStores({ now }) })],
  ['in a SQLite file', () => createSqliteHarness(false)],
  ['in a SQLite file that survives a power cut', () => createSqliteHarness(true)],
  ['in the cloud database', createCloudHarness],
])('stores %s', (_, createHarness) => {
  it.each(STORE_CONTRACT.map(({ name, run }) => [name, run] as const))('%s', (_name, run) => run(createHarness()))
})
