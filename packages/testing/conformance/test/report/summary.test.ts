import { formatSummary } from '../../src/report/summary'
import { FAILED, ONE_OF_EACH, PASSED, SKIPPED } from '../support/results'

describe('the summary', () => {
  test('counts passed and failed scenarios', () => {
    expect(formatSummary([PASSED, PASSED, FAILED])).toBe('2 passed, 1 failed')
  })

  test('counts scenarios that are not applicable, and names the option that they need', () => {
    expect(formatSummary(ONE_OF_EACH)).toBe('1 passed, 1 failed, 1 not applicable (needs --control)')
  })

  test('names every missing option once', () => {
    const skipped = (['relay', 'clock', 'control', 'relay'] as const).map((lacks) => ({ ...SKIPPED, lacks }))
    expect(formatSummary(skipped)).toBe('0 passed, 0 failed, 4 not applicable (needs --control and --relay)')
  })

  test('is 0 passed and 0 failed without results', () => {
    expect(formatSummary([])).toBe('0 passed, 0 failed')
  })
})
