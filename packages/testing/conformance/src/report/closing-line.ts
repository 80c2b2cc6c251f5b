// The last line of every run.
import type { Result } from '../run'
import { OPTION_FOR } from './needed'

/** E.g. `3 passed, 1 failed`, and `, 2 not applicable (needs --relay)` when the subject could not be tried on some. */
export function closingLine(results: readonly Result[]): string {
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length
  const options = results.flatMap((result) => (result.status === 'notApplicable' ? [OPTION_FOR[result.lacks]] : []))
  const needed = [...new Set(options)].sort().join(' and ')
  const rest = options.length > 0 ? `, ${options.length} not applicable (needs ${needed})` : ''
  return `${count('passed')} passed, ${count('failed')} failed${rest}`
}
