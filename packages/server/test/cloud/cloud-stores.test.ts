// What the cloud stores guarantee besides `stores.test.ts`: stale reads and lost answers never allow a second use.
import { createCloudOnceStore, createCloudStores } from '../../src/cloud'
import { type CloudDatabaseStandIn, createCloudDatabase } from '../support/cloud-database-stand-in'

const attempt = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' } as const
const start = { request: 'request', budgetMs: 50, ttlMs: 100 }

let ms = 0
const now = () => ms
let database: CloudDatabaseStandIn
const stores = () => createCloudStores(database, { now })

beforeEach(() => {
  ms = 1_000
  database = createCloudDatabase()
})

it('instances of the function share pre-signs, attempts and counters', async () => {
  await stores().preSigns.addOnce('key', 100)
  await stores().attempts.put('id', attempt, 100)
  await stores().counters.add('key', 1, 100)
  expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  expect((await stores().attempts.startCheck('id', start))?.attempt).toEqual(attempt)
  expect(await stores().counters.add('key', 1, 100)).toBe(2)
})

it('ticket checkers share spent tickets', async () => {
  const spent = () => createCloudOnceStore(database, { now })
  expect(await spent().addOnce('ticket:1', 100)).toBe(true)
  expect(await spent().addOnce('ticket:1', 100)).toBe(false)
})

describe('a stale read', () => {
  it('does not start a check twice', async () => {
    await stores().attempts.put('id', attempt, 100)
    database.delayReads(2)
    expect(await stores().attempts.startCheck('id', start)).toMatchObject({ progress: { started: true } })
    expect(await stores().attempts.startCheck('id', start)).toMatchObject({ progress: { started: false } })
  })

  it('does not start a check twice, even if the attempt is to end at the same time as before', async () => {
    await stores().attempts.put('id', attempt, start.ttlMs)
    database.delayReads(2)
    expect(await stores().attempts.startCheck('id', start)).toMatchObject({ progress: { started: true } })
    expect(await stores().attempts.startCheck('id', start)).toMatchObject({ progress: { started: false } })
  })

  it('does not end a check twice', async () => {
    await stores().attempts.put('id', attempt, 100)
    await stores().attempts.startCheck('id', start)
    database.delayReads(2)
    expect(await stores().attempts.finishCheck('id', 'first', 100)).toBe(true)
    expect(await stores().attempts.finishCheck('id', 'second', 100)).toBe(false)
  })

  it('does not lose a member', async () => {
    await stores().members.add('key', 'first', 100)
    database.delayReads(2)
    expect(await stores().members.add('key', 'second', 100)).toEqual({ size: 2, isNew: true })
    expect(await stores().members.add('key', 'third', 100)).toEqual({ size: 3, isNew: true })
  })

  it('does not change a consent twice', async () => {
    await stores().attempts.put('id', { ...attempt, consent: 'missing' }, 100)
    database.delayReads(2)
    expect(await stores().attempts.changeConsent('id', 'missing', 'pending')).toMatchObject({ changed: true })
    expect(await stores().attempts.changeConsent('id', 'missing', 'pending')).toMatchObject({ changed: false })
  })

  it('does not lose a count', async () => {
    await stores().counters.add('key', 1, 100)
    database.delayReads(2)
    expect(await stores().counters.add('key', 1, 100)).toBe(2)
    expect(await stores().counters.add('key', 1, 100)).toBe(3)
  })

  it('does not allow a second use of a key', async () => {
    await stores().preSigns.addOnce('key', 100)
    ms += 100
    database.delayReads(2)
    expect(await stores().preSigns.addOnce('key', 100)).toBe(true)
    expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  })
})

describe('a lost write', () => {
  it('of a key rejects with the database’s own error and leaves the key unused', async () => {
    database.loseNextWrite()
    await expect(stores().preSigns.addOnce('key', 100)).rejects.toMatchObject({ errCode: -1 })
    expect(await stores().preSigns.addOnce('key', 100)).toBe(true)
  })

  it('of an attempt rejects with the database’s own error', async () => {
    database.loseNextWrite()
    await expect(stores().attempts.put('id', attempt, 100)).rejects.toMatchObject({ errCode: -1 })
  })
})

describe('a lost answer', () => {
  it('uses up the key', async () => {
    database.loseNextAnswer()
    expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  })

  it('leaves the check running, which nobody else may start', async () => {
    await stores().attempts.put('id', attempt, 100)
    database.loseNextAnswer()
    await expect(stores().attempts.startCheck('id', start)).rejects.toMatchObject({ errCode: -1 })
    expect(await stores().attempts.startCheck('id', start)).toMatchObject({
      progress: { state: 'verifying', started: false },
    })
  })
})

it('a missing collection rejects with the database’s own error, not as a replay', async () => {
  database = createCloudDatabase([])
  await expect(stores().preSigns.addOnce('key', 100)).rejects.toMatchObject({ errCode: -502005 })
})

it('a flooded counter rejects with overloaded and stays correct', async () => {
  const adding = Array.from({ length: 40 }, () => stores().counters.add('key', 1, 100))
  const settled = await Promise.allSettled(adding)
  const refused = settled.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(10)
  expect(refused[0]).toMatchObject({ reason: { code: 'overloaded' } })
  expect(await stores().counters.add('key', 0, 100)).toBe(30)
})

it('removeExpired removes expired documents alone', async () => {
  await stores().preSigns.addOnce('short', 100)
  await stores().preSigns.addOnce('long', 200)
  ms += 100
  expect(await stores().removeExpired()).toBe(1)
  expect([...database.documents.keys()]).toEqual(['once:long'])
})

it('the collection’s name can be configured', async () => {
  database = createCloudDatabase(['login'])
  const { preSigns } = createCloudStores(database, { collection: 'login', now })
  expect(await preSigns.addOnce('key', 100)).toBe(true)
})
