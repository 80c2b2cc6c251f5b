// A platform that breaks a rule fails exactly the scenarios of that rule.
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import type { RegisteredApp } from '../fixtures/platform/broken-platform'
import { startBrokenPlatform } from '../fixtures/platform/start'
import { PLATFORM_VARIANTS } from '../fixtures/platform/variants'
import { findFailures } from '../support/failures'
import { openSimulator, useSimulator } from '../support/simulator'
import { chooseScenarios, chooseVariants } from '../support/variants'

const simulator = useSimulator()

async function readApps(): Promise<readonly RegisteredApp[]> {
  const response = await fetch(`${simulator().adminOrigin}/_sim/state`)
  const { apps } = (await response.json()) as { readonly apps: readonly RegisteredApp[] }
  return apps
}

test.each(chooseVariants(PLATFORM_VARIANTS))(
  'a platform that %s fails exactly the scenarios of that rule',
  async (name, { create, fails }) => {
    const { address, stop } = await startBrokenPlatform(create(readApps), simulator().origin)
    try {
      const { subject, has } = await openSimulator(simulator(), address)
      const failures = await findFailures(chooseScenarios(PLATFORM_SCENARIOS, { name, fails }), subject, has)
      expect(Object.keys(failures).sort()).toEqual([...fails].sort())
    } finally {
      await stop()
    }
  },
  180_000,
)
