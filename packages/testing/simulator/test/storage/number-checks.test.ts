// How often a number was checked within a day, in both meanings of a day, and that the table is limited.
import { openDatabase } from '../../src/storage/database'
import { type CheckedNumber, NumberChecks } from '../../src/storage/number-checks'

const MINUTE = 60_000

let now = 0
const database = openDatabase(':memory:')
const store = new NumberChecks(database, 'production', () => now)
const testLine = new NumberChecks(database, 'test', () => now)

afterAll(() => database.close())

beforeEach(() => {
  now = Date.UTC(2026, 5, 1)
  database.exec('DELETE FROM number_check')
})

const createNumber = (changes: Partial<CheckedNumber> = {}): CheckedNumber => ({
  appId: '300011877495',
  msisdn: '13800138000',
  ...changes,
})

const countRows = (table: string) =>
  (database.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count

test('the checks of the last 24 hours are all kept, and older ones are pruned', () => {
  const createChecked = (count: number) => createNumber({ msisdn: `138${String(count).padStart(8, '0')}` })
  for (let count = 0; count < 10_050; count += 1) store.add(createChecked(count))
  expect(store.count(createChecked(0), 'calendarDay')).toBe(1)
  now += 24 * 60 * MINUTE
  store.add(createChecked(0))
  expect(countRows('number_check')).toBe(10_000)
  expect(store.count(createChecked(0), 'calendarDay')).toBe(1)
})

test('cleared checks do not count, and those of the other line do', () => {
  store.add(createNumber())
  testLine.add(createNumber())
  store.clear()
  expect(store.count(createNumber(), 'calendarDay')).toBe(0)
  expect(testLine.count(createNumber(), 'calendarDay')).toBe(1)
})

test('a calendar day begins at midnight in Shanghai, and the last 24 hours at any time', () => {
  const count = () => (['calendarDay', 'last24Hours'] as const).map((period) => store.count(createNumber(), period))
  now = Date.UTC(2026, 5, 1, 15, 59, 59, 999)
  store.add(createNumber())
  expect(count()).toEqual([1, 1])
  now += 1
  expect(count()).toEqual([0, 1])
  store.add(createNumber())
  expect(count()).toEqual([1, 2])
  now += 24 * 60 * MINUTE - 2
  expect(count()).toEqual([1, 2])
  now += 1
  expect(count()).toEqual([1, 1])
  now += 1
  expect(count()).toEqual([0, 0])
})

test('checks of other numbers, apps and lines do not count', () => {
  store.add(createNumber())
  expect(store.count(createNumber({ msisdn: '13900139000' }), 'last24Hours')).toBe(0)
  expect(store.count(createNumber({ appId: '300011877496' }), 'last24Hours')).toBe(0)
  expect(testLine.count(createNumber(), 'last24Hours')).toBe(0)
})
