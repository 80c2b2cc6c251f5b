import { closingLine } from '../../src/report/closing-line'
import { FAILED, ONE_OF_EACH, PASSED, SKIPPED } from '../support/results'

describe('the closing line', () => {
  test('counts what passed and what failed', () => {
    expect(closingLine([PASSED, PASSED, FAILED])).toBe('2 passed, 1 failed')
  })

  test('and what was not applicable, if anything was', () => {
    expect(closingLine(ONE_OF_EACH)).toBe('1 passed, 1 failed, 1 not applicable (needs --control)')
  })

  test('names every option that is missing, each once', () => {
    const skipped = (['relay', 'clock', 'control', 'relay'] as const).map((lacks) => ({ ...SKIPPED, lacks }))
    expect(closingLine(skipped)).toBe('0 passed, 0 failed, 4 not applicable (needs --control and --relay)')
  })

  test('counts nothing in nothing', () => {
    expect(closingLine([])).toBe('0 passed, 0 failed')
  })
})
