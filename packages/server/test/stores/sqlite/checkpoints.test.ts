// What becomes of the write-ahead log, which would otherwise grow for as long as somebody writes.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStores, type SqliteStores } from '../../../src/sqlite'

const DAY_MS = 86_400_000
const KEYS_AT_A_TIME = 500
const MB = 1_000_000

let folder: string
let file: string
let stores: SqliteStores

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-checkpoints-'))
  file = join(folder, 'stores.db')
  stores = openSqliteStores({ file })
})

afterEach(() => rmSync(folder, { recursive: true }))

const getLogSize = () => statSync(`${file}-wal`).size

/** Keys that are far apart, so that a commit changes many pages. */
async function write(name: string, commits: number): Promise<void> {
  for (let commit = 0; commit < commits; commit += 1) {
    const keys = Array.from({ length: KEYS_AT_A_TIME }, (_none, place) => `${place} ${name} ${commit}`)
    await Promise.all(keys.map((key) => stores.preSigns.addOnce(key, DAY_MS)))
  }
}

it('while writes go on, the log is put into the file and begins anew', async () => {
  await write('a', 100)
  expect(getLogSize()).toBeLessThan(40 * MB)
  await stores.close()
})

it('a reader that holds the log up holds up no writes, and once it has ended the log begins anew', async () => {
  await write('before', 1)
  const reader = new Database(file)
  reader.exec('BEGIN; SELECT count(*) FROM once')
  await write('meanwhile', 40)
  reader.exec('COMMIT')
  reader.close()
  await write('after', 20)
  const size = getLogSize()
  await write('later', 20)
  expect(getLogSize()).toBe(size)
  await stores.close()
})

it('a store that closes during a checkpoint has all that was acknowledged', async () => {
  await write('a', 17)
  await stores.close()
  stores = openSqliteStores({ file })
  expect(await stores.preSigns.addOnce('499 a 16', DAY_MS)).toBe(false)
  await stores.close()
})
