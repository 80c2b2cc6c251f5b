// A backup of a store that is in use: complete, of one instant, and never in the way of another file.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUpDatabase } from '../../../src/sqlite'
import { askFile, createStoreFile, damageFile } from '../../support/sqlite-files'
import { createSqliteWriters } from '../../support/sqlite-writers'

let folder: string
let file: string
let target: string
const writers = createSqliteWriters()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-number's-backup-"))
  file = join(folder, 'data', 'stores.db')
  mkdirSync(join(folder, 'backups'))
  target = join(folder, 'backups', 'monday.db')
})

afterEach(async () => {
  await writers.killAll()
  rmSync(folder, { recursive: true })
})

const listBackups = () => readdirSync(join(folder, 'backups'))

describe('a backup', () => {
  it('of a store that a process writes to has all that was acknowledged before, as of one instant', async () => {
    const writer = writers.start({ file, count: 1_000_000 })
    await writer.added(300)
    const acknowledged = 300
    backUpDatabase(file, target)
    await writer.added(600)
    const { keys } = askFile<{ keys: number }>(target, 'SELECT count(*) AS keys FROM once')
    const { sum } = askFile<{ sum: number }>(target, 'SELECT sum FROM counter')
    expect(sum).toBeGreaterThanOrEqual(acknowledged)
    // Each key is added before it is counted, ten of them at a time.
    expect(keys - sum).toBeGreaterThanOrEqual(0)
    expect(keys - sum).toBeLessThanOrEqual(10)
  })

  it('is one file, for this user alone', async () => {
    await createStoreFile({ file })
    backUpDatabase(file, target)
    expect(listBackups()).toEqual(['monday.db'])
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it('of a store that an older release made is that release’s, and leaves the store as it is', async () => {
    await createStoreFile({ file })
    askFile(file, 'PRAGMA user_version = 1')
    backUpDatabase(file, target)
    for (const each of [file, target]) expect(askFile(each, 'PRAGMA user_version')).toMatchObject({ user_version: 1 })
  })

  it('never replaces a file', async () => {
    await createStoreFile({ file })
    writeFileSync(target, 'the backup of last Monday')
    expect(() => backUpDatabase(file, target)).toThrow(
      expect.objectContaining({ code: 'backupUnusable', detail: `${target} exists: name a new file` }),
    )
    expect(readFileSync(target, 'utf8')).toBe('the backup of last Monday')
    expect(listBackups()).toEqual(['monday.db'])
  })

  it('is refused where its folder is missing', async () => {
    await createStoreFile({ file })
    target = join(folder, 'not-mounted', 'monday.db')
    expect(() => backUpDatabase(file, target)).toThrow(
      expect.objectContaining({ code: 'backupUnusable', message: expect.stringContaining('check its mount') }),
    )
    expect(existsSync(join(folder, 'not-mounted'))).toBe(false)
  })

  it('of a store that is missing is refused, and creates none', () => {
    expect(() => backUpDatabase(file, target)).toThrow(expect.objectContaining({ code: 'storeUnusable' }))
    expect(existsSync(file)).toBe(false)
    expect(listBackups()).toEqual([])
  })

  it.each<[string, () => void, string]>([
    ['that is no database', () => writeFileSync(file, 'not a database: '.repeat(100)), 'is no SQLite database'],
    ['of another program', () => askFile(file, 'PRAGMA application_id = 1'), 'is no store of this server'],
    ['that is empty', () => writeFileSync(file, ''), 'is no store of this server'],
    ['that is damaged', () => damageFile(file), 'is damaged'],
  ])('of a file %s is refused, and leaves nothing behind', async (_name, change, fault) => {
    await createStoreFile({ file })
    change()
    expect(() => backUpDatabase(file, target)).toThrow(
      expect.objectContaining({ code: 'storeUnusable', detail: `${file} ${fault}` }),
    )
    expect(listBackups()).toEqual([])
  })
})
