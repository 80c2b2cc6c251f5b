// The suites by name. Each opens and closes its subject itself.
import { clientSuite } from './client'
import { platformSuite } from './platform/suite'
import { type Result, type RunOptions, runScenarios } from './run'
import type { Scenario } from './scenario'
import { serverSuite } from './server'
import type { Suite, SuiteName, Target } from './suite'

/** A suite that opens its subject, tests it, and closes it. */
export interface RunnableSuite {
  readonly scenarios: readonly Pick<Scenario<never>, 'id' | 'title' | 'source' | 'basis' | 'needs'>[]
  /**
   * Runs scenarios on a subject.
   *
   * @param ids the scenarios to run
   * @throws Unusable if the subject cannot be tested at all
   */
  run(target: Target, ids: ReadonlySet<string>, options: Omit<RunOptions, 'has'>): Promise<readonly Result[]>
}

function createRunnableSuite<Subject>(suite: Suite<Subject>): RunnableSuite {
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

/** The three suites: for a platform, a business server, and a client SDK. */
export const SUITES: Readonly<Record<SuiteName, RunnableSuite>> = {
  platform: createRunnableSuite(platformSuite),
  server: createRunnableSuite(serverSuite),
  client: createRunnableSuite(clientSuite),
}
