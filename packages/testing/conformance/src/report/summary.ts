// The last line of every run.
import type { Result } from '../run'
import { NEED_OPTIONS } from './need-options'

/** Formats `3 passed, 1 failed`, and `, 2 not applicable (needs --relay)` if scenarios were left out. */
export function formatSummary(results: readonly Result[]): string {
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length
  const options = results.flatMap((result) => (result.status === 'notApplicable' ? [NEED_OPTIONS[result.lacks]] : []))
  const needed = [...new Set(options)].sort().join(' and ')
  const leftOut = options.length > 0 ? `, ${options.length} not applicable (needs ${needed})` : ''
  return `${count('passed')} passed, ${count('failed')} failed${leftOut}`
}
