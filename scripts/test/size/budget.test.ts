import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkBudgets, measureFiles, subtract } from '../../size/budget'
import BUDGETS from '../../size/budgets.json'

const BUDGET = { app: { raw: 1000, gzip: 300 } }
const checkAll = (artifacts: Parameters<typeof checkBudgets>[0], budgets = BUDGET) =>
  checkBudgets(artifacts, budgets).map(({ ok }) => ok)

test('an artifact within its budget is ok, up to the last byte, and its line shows the share of the budget', () => {
  expect(checkAll({ app: { raw: 1000, gzip: 300 } })).toEqual([true])
  const [result] = checkBudgets({ app: { raw: 501, gzip: 150 } }, BUDGET)
  expect(result?.line.replace(/ +/g, ' ')).toBe('ok 501 B of 1,000 B ( 51 %) raw, 150 B of 300 B ( 50 %) gzip app')
})

test.each([
  ['raw', { raw: 1001, gzip: 300 }],
  ['compressed', { raw: 1000, gzip: 301 }],
])('an artifact that is one byte over its %s budget fails', (_how, app) => {
  expect(checkAll({ app })).toEqual([false])
})

test('a budget whose artifact is missing or empty fails', () => {
  expect(checkAll({})).toEqual([false])
  expect(checkAll({ app: measureFiles([]) })).toEqual([false])
})

test('an artifact without a budget fails', () => {
  const app = { raw: 1, gzip: 1 }
  expect(checkAll({ app, other: app })).toEqual([true, false])
})

test('a size is the sum of all files, each compressed separately', () => {
  const [one, two] = [Buffer.from('a'.repeat(100)), Buffer.from('b'.repeat(50))]
  expect(measureFiles([one, two])).toEqual({ raw: 150, gzip: gzipSync(one).length + gzipSync(two).length })
})

test('the size that the component adds is the difference of both apps', () => {
  expect(subtract({ raw: 30, gzip: 10 }, { raw: 20, gzip: 7 })).toEqual({ raw: 10, gzip: 3 })
})

test.each(['zh', 'en'])('the component guide in %s names the component’s size budget', (language) => {
  const guide = readFileSync(join(__dirname, '../../../docs', language, 'component.md'), 'utf8')
  const { raw, gzip } = BUDGETS['<LocalNumberLogin> adds to it']
  for (const bytes of [raw, gzip]) expect(guide).toMatch(new RegExp(`\\b${Math.ceil(bytes / 1000)} kB`))
})
