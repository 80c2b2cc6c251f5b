import { createLiveReport } from '../../src/report/live'
import type { Result } from '../../src/run'
import { FAILED, PASSED, SKIPPED } from '../support/results'

/** Prints a run of these results. @returns each text with the stream it went to */
function printRun(results: readonly Result[], { isTerminal }: { readonly isTerminal: boolean }) {
  const printed: (readonly ['out' | 'err' | 'status', string])[] = []
  const to = (stream: 'out' | 'err' | 'status') => (text: string) => void printed.push([stream, text])
  const output = { out: to('out'), err: to('err'), ...(isTerminal && { setStatus: to('status') }) }
  const live = createLiveReport({ total: results.length, language: 'en', output })
  for (const result of results) {
    live.onStart(result.id)
    live.onResult(result)
  }
  live.end()
  return printed
}

const FAILURE = `FAILED @second_130018
  rule #1 \\ one
  → expected "000": <came 001>
  S appendix 130018
`

describe('the live report', () => {
  test('shows the running scenario in the status line, and moves it out of the way of failures', () => {
    expect(printRun([PASSED, FAILED, SKIPPED], { isTerminal: true })).toEqual([
      ['status', '1/3: @first_000'],
      ['status', '2/3: @second_130018'],
      ['status', ''],
      ['out', FAILURE],
      ['status', '3/3, 1 failed: @third_clock'],
      ['status', ''],
    ])
  })

  test('without a terminal prints a line for every 25 scenarios, and failures when they happen', () => {
    const results = [FAILED, ...Array.from({ length: 60 }, () => PASSED)]
    expect(printRun(results, { isTerminal: false })).toEqual([
      ['out', FAILURE],
      ['err', '25/61 scenarios, 1 failed\n'],
      ['err', '50/61 scenarios, 1 failed\n'],
    ])
  })

  test('prints nothing about short runs that pass', () => {
    expect(printRun([PASSED, PASSED], { isTerminal: false })).toEqual([])
  })
})
