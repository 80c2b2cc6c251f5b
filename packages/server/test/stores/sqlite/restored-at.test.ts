// What a restored store refuses, by a clock that tests move: what was used after the backup may look new.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStores, restoreDatabase, type SqliteStores } from '../../../src/sqlite'
import { type Business, createPreSign, NOON, startBusiness } from '../../support/business'
import { createStoreFile } from '../../support/sqlite-files'
import { clock, createChecker, issue } from '../../support/tickets'

const HOUR_MS = 3_600_000
/** How long the server remembers a pre-sign: 26 hours and the clock skew on both sides. */
const REPLAY_MS = 26 * HOUR_MS + 240_001
const SPENT_MS = 190_000

let folder: string
let file: string
let backup: string
const now = () => clock.ms
const opened: { stop(): Promise<void> }[] = []

beforeEach(async () => {
  clock.ms = NOON
  folder = mkdtempSync(join(tmpdir(), 'local-number-restored-'))
  file = join(folder, 'stores.db')
  backup = join(folder, 'monday.db')
})

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.stop()
  rmSync(folder, { recursive: true })
})

function open(): SqliteStores {
  const stores = openSqliteStores({ file, now })
  opened.push({ stop: () => stores.close() })
  return stores
}

/** A server whose store was restored at noon from a backup without a single use. */
async function startRestored(acceptReplays = false): Promise<Business> {
  await createStoreFile({ file: backup, now })
  restoreDatabase(backup, file, { acceptReplays, now })
  const business = await startBusiness({ stores: open(), now, editions: ['miniProgram', 'httpsMiniProgram'] })
  opened.push(business)
  return business
}

describe('a pre-sign that was used after the backup', () => {
  it('is not signed again before it is out of its window at every offset', async () => {
    const business = await startRestored()
    const preSign = createPreSign(NOON)
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({
      code: 'storeRestored',
      status: 503,
      facts: { retryAfterMs: REPLAY_MS },
    })
    clock.ms += REPLAY_MS - 1
    await expect(business.sign(undefined, createPreSign(clock.ms))).rejects.toMatchObject({
      code: 'storeRestored',
      facts: { retryAfterMs: 1 },
    })
    clock.ms += 1
    await expect(business.sign(undefined, preSign)).rejects.toMatchObject({ code: 'preSignOutsideWindow' })
    expect(await business.sign(undefined, createPreSign(clock.ms))).toMatchObject({ attemptId: expect.any(String) })
  })

  it('is signed again if the operator accepts that', async () => {
    const business = await startRestored(true)
    expect(await business.sign()).toMatchObject({ attemptId: expect.any(String) })
  })

  it('does not hold up the HTTPS edition, whose ids the server makes', async () => {
    const business = await startRestored()
    expect(await business.signIds('httpsMiniProgram')).toMatchObject({ attemptId: expect.any(String) })
  })
})

describe('a ticket that was spent after the backup', () => {
  it('is void, and so is every ticket until all have expired', async () => {
    const ticket = await issue()
    await createStoreFile({ file: backup, now })
    restoreDatabase(backup, file, { now })
    const checker = createChecker({ spent: open().preSigns })
    await expect(checker.check(ticket)).rejects.toMatchObject({
      code: 'storeRestored',
      facts: { retryAfterMs: SPENT_MS },
    })
    clock.ms += SPENT_MS - 1
    await expect(checker.check(await issue())).rejects.toMatchObject({ code: 'storeRestored' })
    clock.ms += 1
    await expect(checker.check(ticket)).rejects.toMatchObject({ code: 'ticketExpired' })
    expect(await checker.check(await issue())).toBeTruthy()
  })
})

describe('a key that was used before the backup', () => {
  it('stays used after the wait', async () => {
    await createStoreFile({ file: backup, now, fill: ({ preSigns }) => preSigns.addOnce('key', 2 * HOUR_MS) })
    restoreDatabase(backup, file, { now })
    clock.ms += HOUR_MS
    expect(await open().preSigns.addOnce('key', HOUR_MS)).toBe(false)
  })
})

describe('a backup of a store that was itself restored', () => {
  const restoreTwice = async (acceptReplays: boolean) => {
    await createStoreFile({ file: backup, now })
    const first = join(folder, 'first.db')
    restoreDatabase(backup, first, { now })
    clock.ms += HOUR_MS
    restoreDatabase(first, file, { acceptReplays, now })
    return open().preSigns
  }

  it('waits from the last restore on', async () => {
    const preSigns = await restoreTwice(false)
    await expect(preSigns.addOnce('key', 2 * HOUR_MS)).rejects.toMatchObject({ facts: { retryAfterMs: 2 * HOUR_MS } })
  })

  it('waits no longer if the operator accepts replays', async () => {
    const preSigns = await restoreTwice(true)
    expect(await preSigns.addOnce('key', 2 * HOUR_MS)).toBe(true)
  })
})

it('a refused key is not used by that, nor are keys that arrive with it', async () => {
  await createStoreFile({ file: backup, now })
  restoreDatabase(backup, file, { now })
  clock.ms += HOUR_MS
  const { preSigns } = open()
  const [long, short] = await Promise.allSettled([preSigns.addOnce('key', 2 * HOUR_MS), preSigns.addOnce('other', 1)])
  expect([long.status, short.status]).toEqual(['rejected', 'fulfilled'])
  expect(await preSigns.addOnce('key', 1)).toBe(true)
})
