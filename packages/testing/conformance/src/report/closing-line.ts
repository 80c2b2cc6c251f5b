// The last line of every run.
import type { Result } from '../run'

/** `3 passed, 1 failed`, and `, 2 not applicable` when the subject could not be tried on some. */
export function closingLine(results: readonly Result[]): string {
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length
  const left = count('notApplicable')
  return `${count('passed')} passed, ${count('failed')} failed${left ? `, ${left} not applicable` : ''}`
}
