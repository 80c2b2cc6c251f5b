import { tableReport } from '../../src/report/table'
import { ONE_OF_EACH, SKIPPED } from '../support/results'

/** The cells of each line of text. */
const lines = (table: string) =>
  table
    .split('\n')
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length > 0)

describe('the table', () => {
  test('has a row per scenario with its verdict, id, rule and source, and the failures last', () => {
    expect(lines(tableReport(ONE_OF_EACH, 'en'))).toEqual([
      ['', 'scenario', 'rule', 'source'],
      ['not applicable', '@third_clock', 'rule #1 \\ one', 'S appendix 130018'],
      ['', '', '→ needs --control', ''],
      ['passed', '@first_000', 'rule #1 \\ one', 'S appendix 130018'],
      ['FAILED', '@second_130018', 'rule #1 \\ one', 'S appendix 130018'],
      ['', '', '→ expected "000": <came 001>', ''],
    ])
  })

  test.each([80, 60, 40])('fits into %i columns, with nothing cut off', (columns) => {
    const table = tableReport(ONE_OF_EACH, 'en', columns)
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
    const told = lines(table).map(([, fact]) => fact)
    expect(told.join(' ')).toContain('@second_130018 rule #1 \\ one → expected "000": <came 001> S appendix 130018')
  })

  test.each([
    ['control', '--control'],
    // It is the simulator's.
    ['clock', '--control'],
    ['relay', '--relay'],
  ] as const)('names the option that gives the %s', (lacks, option) => {
    expect(tableReport([{ ...SKIPPED, lacks }], 'en')).toContain(`→ needs ${option} `)
  })

  test('speaks Chinese when asked to', () => {
    const verdicts = lines(tableReport(ONE_OF_EACH, 'zh')).map(([verdict]) => verdict)
    expect(verdicts.filter(Boolean)).toEqual(['不适用', '通过', '未通过'])
    expect(tableReport(ONE_OF_EACH, 'zh')).toContain('→ 需要 --control')
  })
})
