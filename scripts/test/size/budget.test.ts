import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { difference, sizeOf, verdicts } from '../../size/budget'
import BUDGETS from '../../size/budgets.json'

const BUDGET = { app: { raw: 1000, gzip: 300 } }
const judged = (artefacts: Parameters<typeof verdicts>[0], budgets = BUDGET) =>
  verdicts(artefacts, budgets).map(({ ok }) => ok)

test('an artefact within its budget is ok, up to the last byte, and its line says what share it takes', () => {
  expect(judged({ app: { raw: 1000, gzip: 300 } })).toEqual([true])
  const [verdict] = verdicts({ app: { raw: 501, gzip: 150 } }, BUDGET)
  expect(verdict?.line.replace(/ +/g, ' ')).toBe('ok 501 B of 1,000 B ( 51 %) raw, 150 B of 300 B ( 50 %) gzip app')
})

test.each([
  ['raw', { raw: 1001, gzip: 300 }],
  ['compressed', { raw: 1000, gzip: 301 }],
])('one byte too many is over the budget, %s', (_how, app) => {
  expect(judged({ app })).toEqual([false])
})

test('what was not built is not small: it fails', () => {
  expect(judged({})).toEqual([false])
  expect(judged({ app: sizeOf([]) })).toEqual([false])
})

test('an artefact without a budget fails', () => {
  const app = { raw: 1, gzip: 1 }
  expect(judged({ app, other: app })).toEqual([true, false])
})

test('a size is that of all files, each compressed by itself', () => {
  const [one, two] = [Buffer.from('a'.repeat(100)), Buffer.from('b'.repeat(50))]
  expect(sizeOf([one, two])).toEqual({ raw: 150, gzip: gzipSync(one).length + gzipSync(two).length })
})

test('what one adds to another is the difference', () => {
  expect(difference({ raw: 30, gzip: 10 }, { raw: 20, gzip: 7 })).toEqual({ raw: 10, gzip: 3 })
})

test.each(['zh', 'en'])('the guide (%s) names the component’s budget', (language) => {
  const guide = readFileSync(join(__dirname, '../../../docs', language, 'component.md'), 'utf8')
  const { raw, gzip } = BUDGETS['<LocalNumberLogin> adds to it']
  for (const bytes of [raw, gzip]) expect(guide).toMatch(new RegExp(`\\b${Math.ceil(bytes / 1000)} kB`))
})
