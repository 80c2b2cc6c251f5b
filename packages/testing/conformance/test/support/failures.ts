// Runs a suite on a subject and collects the failures.
import { type RunOptions, runScenarios } from '../../src/run'
import type { Scenario } from '../../src/scenario'

/** On a busy machine, scenarios take far longer than the default limit allows. */
const LIMIT_MS = 180_000

/** Returns the ids of the scenarios that the subject fails, with the reasons. */
export async function findFailures<Subject>(
  scenarios: readonly Scenario<Subject>[],
  subject: Subject,
  has: RunOptions['has'] = [],
): Promise<Record<string, string>> {
  const results = await runScenarios(scenarios, subject, { has, limitMs: LIMIT_MS })
  return Object.fromEntries(
    results.flatMap((result) => (result.status === 'failed' ? [[result.id, result.reason]] : [])),
  )
}
