// Runs a suite on a subject and names what it breaks.
import { type RunOptions, runScenarios } from '../../src/run'
import type { Scenario } from '../../src/scenario'

/** The ids of the scenarios that the subject breaks, with why. */
export async function failuresOf<Subject>(
  scenarios: readonly Scenario<Subject>[],
  subject: Subject,
  has: RunOptions['has'] = [],
): Promise<Record<string, string>> {
  const results = await runScenarios(scenarios, subject, { has })
  return Object.fromEntries(
    results.flatMap((result) => (result.status === 'failed' ? [[result.id, result.reason]] : [])),
  )
}
