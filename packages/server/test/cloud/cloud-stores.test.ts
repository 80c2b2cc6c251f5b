// What the cloud stores promise beside `stores.test.ts`: out-of-date reads and lost answers err on the safe side.
import { createCloudOnceStore, createCloudStores } from '../../src/cloud'
import { type CloudDatabaseDouble, createCloudDatabaseDouble } from '../support/cloud-database-double'

const attempt = { traceId: 'trace', msgId: 'msg', session: 'session' }

let ms = 0
const now = () => ms
let database: CloudDatabaseDouble
const stores = () => createCloudStores(database, { now })

beforeEach(() => {
  ms = 1_000
  database = createCloudDatabaseDouble()
})

it('instances of the function share what they know', async () => {
  await stores().preSigns.addOnce('key', 100)
  await stores().attempts.put('id', attempt, 100)
  await stores().counters.add('key', 1, 100)
  expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  expect(await stores().attempts.take('id')).toEqual(attempt)
  expect(await stores().counters.add('key', 1, 100)).toBe(2)
})

it('a checker of tickets shares them too, by itself', async () => {
  const spent = () => createCloudOnceStore(database, { now })
  expect(await spent().addOnce('ticket:1', 100)).toBe(true)
  expect(await spent().addOnce('ticket:1', 100)).toBe(false)
})

describe('a read that is out of date', () => {
  it('does not hand out an attempt twice', async () => {
    await stores().attempts.put('id', attempt, 100)
    database.delayReads(2)
    expect(await stores().attempts.take('id')).toEqual(attempt)
    expect(await stores().attempts.take('id')).toBeNull()
  })

  it('loses no count', async () => {
    await stores().counters.add('key', 1, 100)
    database.delayReads(2)
    expect(await stores().counters.add('key', 1, 100)).toBe(2)
    expect(await stores().counters.add('key', 1, 100)).toBe(3)
  })

  it('frees nothing that may be used once', async () => {
    await stores().preSigns.addOnce('key', 100)
    ms += 100
    database.delayReads(2)
    expect(await stores().preSigns.addOnce('key', 100)).toBe(true)
    expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  })
})

describe('a write that never arrives', () => {
  it('is the database’s own error, neither an addition nor a replay', async () => {
    database.loseNextWrite()
    await expect(stores().preSigns.addOnce('key', 100)).rejects.toMatchObject({ errCode: -1 })
    expect(await stores().preSigns.addOnce('key', 100)).toBe(true)
  })

  it('keeps no attempt, and says so', async () => {
    database.loseNextWrite()
    await expect(stores().attempts.put('id', attempt, 100)).rejects.toMatchObject({ errCode: -1 })
  })
})

describe('an answer that is lost', () => {
  it('uses up what may be used once', async () => {
    database.loseNextAnswer()
    expect(await stores().preSigns.addOnce('key', 100)).toBe(false)
  })

  it('spends the attempt', async () => {
    await stores().attempts.put('id', attempt, 100)
    database.loseNextAnswer()
    await expect(stores().attempts.take('id')).rejects.toMatchObject({ errCode: -1 })
    expect(await stores().attempts.take('id')).toBeNull()
  })
})

it('a collection that does not exist is the database’s own error, not a replay', async () => {
  database = createCloudDatabaseDouble([])
  await expect(stores().preSigns.addOnce('key', 100)).rejects.toMatchObject({ errCode: -502005 })
})

it('a counter that is flooded is overloaded rather than wrong', async () => {
  const adding = Array.from({ length: 40 }, () => stores().counters.add('key', 1, 100))
  const settled = await Promise.allSettled(adding)
  const refused = settled.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(10)
  expect(refused[0]).toMatchObject({ reason: { code: 'overloaded' } })
  expect(await stores().counters.add('key', 0, 100)).toBe(30)
})

it('what has expired is removed when asked, and nothing else', async () => {
  await stores().preSigns.addOnce('short', 100)
  await stores().preSigns.addOnce('long', 200)
  ms += 100
  expect(await stores().forgetExpired()).toBe(1)
  expect([...database.documents.keys()]).toEqual(['once:long'])
})

it('its own collection may have another name', async () => {
  database = createCloudDatabaseDouble(['login'])
  const { preSigns } = createCloudStores(database, { collection: 'login', now })
  expect(await preSigns.addOnce('key', 100)).toBe(true)
})
