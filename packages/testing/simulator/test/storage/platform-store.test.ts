// What a line stores, for how long, and that its tables are limited.
import { openDatabase } from '../../src/storage/database'
import { PlatformStore, type Retrieval } from '../../src/storage/platform-store'

const MINUTE = 60_000

let now = 0
const database = openDatabase(':memory:')
const store = new PlatformStore(database, 'production', () => now)
const testLine = new PlatformStore(database, 'test', () => now)

afterAll(() => database.close())

beforeEach(() => {
  now = Date.UTC(2026, 5, 1)
  database.exec('DELETE FROM retrieval; DELETE FROM token')
})

const createRetrieval = (changes: Partial<Retrieval> = {}): Retrieval => ({
  appId: '300011877495',
  msgId: 'A'.repeat(32),
  timestamp: '20260601120000000',
  uuid: 'B'.repeat(32),
  version: '1.2',
  wxappid: '',
  userInformation: 'dWk=',
  msisdn: '13800138000',
  handset: 'cm-5g',
  traceId: 'c'.repeat(32),
  ...changes,
})

const countRows = (table: string) =>
  (database.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count

test('a retrieval is stored for ten minutes', () => {
  store.putRetrieval(createRetrieval())
  now += 10 * MINUTE
  expect(store.findRetrieval(createRetrieval())).toEqual(createRetrieval())
  now += 1
  expect(store.findRetrieval(createRetrieval())).toBeUndefined()
})

test('a retrieval belongs to one line and one app', () => {
  store.putRetrieval(createRetrieval())
  expect(testLine.findRetrieval(createRetrieval())).toBeUndefined()
  expect(store.findRetrieval(createRetrieval({ appId: '300011877496' }))).toBeUndefined()
})

test('exchanging a retrieval for a token removes it', () => {
  store.putRetrieval(createRetrieval())
  store.exchangeForToken(createRetrieval(), 'token')
  expect(store.findRetrieval(createRetrieval())).toBeUndefined()
  expect(store.findToken('token')).toEqual({ retrieval: createRetrieval(), issuedAt: now })
  expect(testLine.findToken('token')).toBeUndefined()
})

test('a token can be spent once', () => {
  store.exchangeForToken(createRetrieval(), 'token')
  expect([store.spendToken('token'), store.spendToken('token'), store.spendToken('other')]).toEqual([
    true,
    false,
    false,
  ])
  expect(store.findToken('token')).toBeDefined()
  expect(store.countUnusedTokens(createRetrieval().msisdn)).toBe(0)
})

test('a token is stored for a day, whether or not it is spent', () => {
  store.exchangeForToken(createRetrieval(), 'token')
  now += 24 * 60 * MINUTE
  expect(store.findToken('token')).toBeDefined()
  now += 1
  expect(store.findToken('token')).toBeUndefined()
})

test('countUnusedTokens counts the unspent tokens of one number of the last ten minutes', () => {
  for (const token of ['old', 'spent', 'mine']) {
    store.exchangeForToken(createRetrieval(), token)
    if (token === 'old') now += 10 * MINUTE + 1
  }
  store.spendToken('spent')
  store.exchangeForToken(createRetrieval({ msisdn: '13900139000' }), 'other')
  expect(store.countUnusedTokens('13800138000')).toBe(1)
})

test('an exchanged msgId is known as such within its line and app', () => {
  store.putRetrieval(createRetrieval())
  expect(store.isExchanged(createRetrieval())).toBe(false)
  store.exchangeForToken(createRetrieval(), 'token')
  expect(store.isExchanged(createRetrieval())).toBe(true)
  expect(testLine.isExchanged(createRetrieval())).toBe(false)
  expect(store.isExchanged(createRetrieval({ appId: '300011877496' }))).toBe(false)
  expect(store.isExchanged(createRetrieval({ msgId: 'B'.repeat(32) }))).toBe(false)
})

test('listRecentPreSigns lists those with and without a token, the newest first', () => {
  store.exchangeForToken(createRetrieval({ msgId: '1'.repeat(32) }), 'token')
  now += 1
  store.putRetrieval(createRetrieval({ msgId: '2'.repeat(32) }))
  store.putRetrieval(createRetrieval({ appId: '300011877496' }))
  expect(store.listRecentPreSigns('300011877495')).toEqual(
    ['2', '1'].map((digit) => `300011877495${digit.repeat(32)}20260601120000000${'B'.repeat(32)}1.2`),
  )
})

test('the newest ten thousand retrievals and tokens are kept', () => {
  for (let count = 0; count < 10_050; count += 1) {
    store.putRetrieval(createRetrieval({ msgId: `waiting${count}` }))
    store.exchangeForToken(createRetrieval({ msgId: `exchanged${count}` }), `token${count}`)
  }
  expect([countRows('retrieval'), countRows('token')]).toEqual([10_000, 10_000])
  expect(store.findToken('token49')).toBeUndefined()
  expect(store.findToken('token10049')).toBeDefined()
})
