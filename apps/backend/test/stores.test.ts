// Where the process keeps its receipts. Which stores there are: `config.test.ts`.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConsentRecord } from '@local-number/server'
import { readReceipts } from '../../../packages/server/test/support/sqlite-receipts'
import { type OpenedStores, openStores, type StoreSettings } from '../src/stores'

const RECEIPT: ConsentRecord = {
  way: 'sms',
  version: '1',
  locale: null,
  textHash: null,
  at: '2026-11-22T04:00:00.000Z',
  traceId: 'trace',
  sessionHash: 'session',
  attemptHash: 'attempt',
}

let folder: string
let settings: StoreSettings
const opened: OpenedStores[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backend-stores-'))
  const [file, receiptFile] = [join(folder, 'local-number.db'), join(folder, 'receipts.db')]
  settings = { kind: 'sqlite', file, receipts: 'sqlite', receiptFile, powerLossSafe: false }
})

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()))
  rmSync(folder, { recursive: true })
})

async function open(changes: Partial<StoreSettings>) {
  const stores = await openStores({ ...settings, ...changes })
  opened.push(stores)
  return stores.stores
}

it('a SQLite store keeps them in its own file', async () => {
  const { receipts } = await open({})
  await receipts?.append(RECEIPT)
  expect(readReceipts(settings.file)).toEqual([RECEIPT])
  expect(existsSync(settings.receiptFile)).toBe(false)
})

it('a store that keeps none gets a file for them', async () => {
  const { receipts } = await open({ kind: 'memory' })
  await receipts?.append(RECEIPT)
  expect(readReceipts(settings.receiptFile)).toEqual([RECEIPT])
})

it.each(['sqlite', 'memory'])('with the log as their place, a %s store keeps none', async (kind) => {
  expect((await open({ kind, receipts: 'log' })).receipts).toBeUndefined()
})

it('a file that is none for them prevents the start', async () => {
  writeFileSync(settings.receiptFile, 'not a database, but longer than the header of one: '.repeat(10))
  await expect(open({ kind: 'memory' })).rejects.toMatchObject({ code: 'storeUnusable' })
})
