import { formatTable } from '../../src/report/table'
import { ONE_OF_EACH, SKIPPED } from '../support/results'

/** Returns the cells of each line of text. */
const readCells = (table: string) =>
  table
    .split('\n')
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length > 0)

describe('the table of results', () => {
  test('has a row per scenario with outcome, id, rule and source, failures last', () => {
    expect(readCells(formatTable(ONE_OF_EACH, 'en'))).toEqual([
      ['', 'scenario', 'rule', 'source'],
      ['not applicable', '@third_clock', 'rule #1 \\ one', 'S appendix 130018'],
      ['', '', '→ needs --control', ''],
      ['passed', '@first_000', 'rule #1 \\ one', 'S appendix 130018'],
      ['FAILED', '@second_130018', 'rule #1 \\ one', 'S appendix 130018'],
      ['', '', '→ expected "000": <came 001>', ''],
    ])
  })

  test.each([80, 60, 40])('fits into %i columns without losing text', (columns) => {
    const table = formatTable(ONE_OF_EACH, 'en', columns)
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
    const facts = readCells(table).map(([, fact]) => fact)
    expect(facts.join(' ')).toContain('@second_130018 rule #1 \\ one → expected "000": <came 001> S appendix 130018')
  })

  test.each([
    ['control', '--control'],
    // The clock belongs to the simulator.
    ['clock', '--control'],
    ['relay', '--relay'],
    ['inbox', '--inbox'],
    ['serverClock', 'a movable clock'],
  ] as const)('names the option that provides the %s', (lacks, option) => {
    expect(formatTable([{ ...SKIPPED, lacks }], 'en')).toContain(`→ needs ${option} `)
  })

  test('can be formatted in Chinese', () => {
    const outcomes = readCells(formatTable(ONE_OF_EACH, 'zh')).map(([outcome]) => outcome)
    expect(outcomes.filter(Boolean)).toEqual(['不适用', '通过', '未通过'])
    expect(formatTable(ONE_OF_EACH, 'zh')).toContain('→ 需要 --control')
  })
})
