// What a line remembers, for how long, and that it cannot grow for ever.
import { openDatabase } from '../../src/storage/database'
import { PlatformStore, type Taking } from '../../src/storage/platform-store'

const MINUTE = 60_000

let now = 0
const database = openDatabase(':memory:')
const store = new PlatformStore(database, 'production', () => now)
const testLine = new PlatformStore(database, 'test', () => now)

afterAll(() => database.close())

beforeEach(() => {
  now = Date.UTC(2026, 5, 1)
  database.exec('DELETE FROM taking; DELETE FROM token; DELETE FROM daily_check')
})

const taking = (over: Partial<Taking> = {}): Taking => ({
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
  ...over,
})

const rows = (table: string) =>
  (database.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count

test('a taken number waits ten minutes', () => {
  store.putTaking(taking())
  now += 10 * MINUTE
  expect(store.taking(taking())).toEqual(taking())
  now += 1
  expect(store.taking(taking())).toBeUndefined()
})

test('and is of one line and one app', () => {
  store.putTaking(taking())
  expect(testLine.taking(taking())).toBeUndefined()
  expect(store.taking(taking({ appId: '300011877496' }))).toBeUndefined()
})

test('a number that was exchanged waits no longer', () => {
  store.putTaking(taking())
  store.exchangeForToken(taking(), 'token')
  expect(store.taking(taking())).toBeUndefined()
  expect(store.token('token')).toEqual({ taking: taking(), issuedAt: now, spent: false })
  expect(testLine.token('token')).toBeUndefined()
})

test('a token is spent once', () => {
  store.exchangeForToken(taking(), 'token')
  expect([store.spend('token'), store.spend('token'), store.spend('other')]).toEqual([true, false, false])
  expect(store.token('token')?.spent).toBe(true)
})

test('a token is remembered for a day, spent or not', () => {
  store.exchangeForToken(taking(), 'token')
  now += 24 * 60 * MINUTE
  expect(store.token('token')).toBeDefined()
  now += 1
  expect(store.token('token')).toBeUndefined()
})

test('unused tokens are those of one number, of the last ten minutes, that nobody has spent', () => {
  for (const token of ['old', 'spent', 'mine']) {
    store.exchangeForToken(taking(), token)
    if (token === 'old') now += 10 * MINUTE + 1
  }
  store.spend('spent')
  store.exchangeForToken(taking({ msisdn: '13900139000' }), 'other')
  expect(store.unusedTokensOf('13800138000')).toBe(1)
})

test('an exchanged msgId is known as such, to its own line and app', () => {
  store.putTaking(taking())
  expect(store.wasExchanged(taking())).toBe(false)
  store.exchangeForToken(taking(), 'token')
  expect(store.wasExchanged(taking())).toBe(true)
  expect(testLine.wasExchanged(taking())).toBe(false)
  expect(store.wasExchanged(taking({ appId: '300011877496' }))).toBe(false)
  expect(store.wasExchanged(taking({ msgId: 'B'.repeat(32) }))).toBe(false)
})

test('the latest pre-signs of an app are known, with a token or without, the newest first', () => {
  store.exchangeForToken(taking({ msgId: '1'.repeat(32) }), 'token')
  now += 1
  store.putTaking(taking({ msgId: '2'.repeat(32) }))
  store.putTaking(taking({ appId: '300011877496' }))
  expect(store.preSignsOf('300011877495')).toEqual(
    ['2', '1'].map((digit) => `300011877495${digit.repeat(32)}20260601120000000${'B'.repeat(32)}1.2`),
  )
})

test('of each table the newest ten thousand rows are kept', () => {
  for (let count = 0; count < 10_050; count += 1) {
    store.putTaking(taking({ msgId: `taken${count}` }))
    store.exchangeForToken(taking({ msgId: `exchanged${count}` }), `token${count}`)
  }
  expect([rows('taking'), rows('token')]).toEqual([10_000, 10_000])
  expect(store.token('token49')).toBeUndefined()
  expect(store.token('token10049')).toBeDefined()
})

test('who was checked today is not forgotten for all who come after, and who was checked yesterday is', () => {
  const checked = (count: number) => taking({ msisdn: `138${String(count).padStart(8, '0')}` })
  for (let count = 0; count < 10_050; count += 1) store.countCheck(checked(count))
  expect(store.checksToday(checked(0))).toBe(1)
  now += 24 * 60 * MINUTE
  store.countCheck(checked(0))
  expect(rows('daily_check')).toBe(10_000)
  expect(store.checksToday(checked(0))).toBe(1)
})
