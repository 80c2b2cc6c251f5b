import type { TraceSummary } from '@local-number/simulator-contract'
import { filterTraces } from '../../src/timeline/filter-traces'

const login = (own: Partial<TraceSummary>): TraceSummary => ({
  id: 'a'.repeat(32),
  line: 'production',
  appId: '300011877495',
  handset: 'cm-5g',
  msgId: 'b'.repeat(32),
  verifyMsgIds: [],
  msisdnMasked: '138****8000',
  startedAt: 0,
  outcome: 'verified',
  lastCode: '000',
  exchanges: 3,
  ...own,
})

const MINE = login({})
const REFUSED = login({
  id: 'c'.repeat(32),
  msgId: 'D'.repeat(32),
  verifyMsgIds: ['e'.repeat(32), 'f'.repeat(32)],
  appId: '300011877496',
  handset: null,
  msisdnMasked: '139****9000',
  outcome: 'failed',
  lastCode: '130018',
})
const WORDS = { verified: 'Match', failed: 'Failed' } as Record<string, string>

const find = (typed: string) => filterTraces([MINE, REFUSED], typed, ({ outcome }) => [WORDS[outcome] ?? ''])

test.each([
  ['the code', '130018'],
  ['a part of the number', '9000'],
  ['the whole number, which is not shown anywhere', '13912349000'],
  ['the number as people write it', '139 1234 9000'],
  ['the app', '300011877496'],
  ['the trace id of an answer', 'c'.repeat(32)],
  ['the msgId, in any case', 'd'.repeat(32)],
  ['the msgId of one of its verify calls', 'e'.repeat(32)],
  ['what the page calls its outcome', 'failed'],
  ['several words, in any order', 'failed  139'],
])('a search finds a login by %s', (_, typed) => {
  expect(find(typed)).toEqual([REFUSED])
})

test('a search finds only logins that match every word', () => {
  expect(find('failed 138')).toEqual([])
})

test('a login on the test line is not found by a handset', () => {
  expect(find('cm-5g')).toEqual([MINE])
  expect(find('null')).toEqual([])
})

test('a search without words finds all logins', () => {
  expect(find(' ')).toEqual([MINE, REFUSED])
})
