// The suites by their names, with what they are tried on left to themselves.
import { clientSuite } from './client'
import { platformSuite } from './platform/suite'
import { type Result, type RunOptions, runScenarios } from './run'
import type { Scenario } from './scenario'
import { serverSuite } from './server'
import type { Suite, SuiteName, Target } from './suite'

/** A suite that opens its subject, tries it, and gives it back. */
export interface RunnableSuite {
  readonly scenarios: readonly Pick<Scenario<never>, 'id' | 'title' | 'source' | 'basis' | 'needs'>[]
  /**
   * @param ids of the scenarios to run
   * @throws Unusable
   */
  run(target: Target, ids: ReadonlySet<string>, options: Omit<RunOptions, 'has'>): Promise<readonly Result[]>
}

function runnable<Subject>(suite: Suite<Subject>): RunnableSuite {
  return {
    scenarios: suite.scenarios,
    async run(target, ids, options) {
      const { subject, has, close } = await suite.open(target)
      const chosen = suite.scenarios.filter(({ id }) => ids.has(id))
      try {
        return await runScenarios(chosen, subject, { ...options, has })
      } finally {
        await close()
      }
    },
  }
}

export const SUITES: Readonly<Record<SuiteName, RunnableSuite>> = {
  platform: runnable(platformSuite),
  server: runnable(serverSuite),
  client: runnable(clientSuite),
}
