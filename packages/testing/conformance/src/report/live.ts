// What is printed while a suite runs: each failure when it happens, and how far the run is.

import type { Language } from '../localized'
import type { Output } from '../output'
import type { Result, RunOptions } from '../run'
import { formatSource } from './source'

/** Without a status line: one line of progress per this many scenarios. */
const SCENARIOS_PER_LINE = 25

export interface LiveReport extends Required<Pick<RunOptions, 'onStart' | 'onResult'>> {
  /** Removes the status line. */
  end(): void
}

export interface LiveReportOptions {
  /** How many scenarios will run. */
  readonly total: number
  readonly language: Language
  readonly output: Output
}

export function createLiveReport({ total, language, output }: LiveReportOptions): LiveReport {
  let [done, failed] = [0, 0]
  const countFailed = () => (failed > 0 ? `, ${failed} failed` : '')
  return {
    onStart(id) {
      output.setStatus?.(`${done + 1}/${total}${countFailed()}: ${id}`)
    },
    onResult(result) {
      done += 1
      if (result.status === 'failed') {
        failed += 1
        output.setStatus?.('')
        output.out(formatFailure(result, language))
      }
      const isDue = done % SCENARIOS_PER_LINE === 0 && done < total
      if (!output.setStatus && isDue) output.err(`${done}/${total} scenarios${countFailed()}\n`)
    },
    end() {
      output.setStatus?.('')
    },
  }
}

function formatFailure(result: Extract<Result, { status: 'failed' }>, language: Language): string {
  const facts = [result.title[language], `→ ${result.reason}`, formatSource(result, language)]
  return `FAILED ${result.id}\n${facts.map((fact) => `  ${fact}\n`).join('')}`
}
