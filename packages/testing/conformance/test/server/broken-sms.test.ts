// A business server whose SMS way breaks a rule fails exactly the scenarios of that rule. This is the gate's sample:
// nightly, they run with the other broken servers.
import { serverScenarios } from '../../src/server'
import { createServerWith } from '../fixtures/server/correct-server'
import { SMS_VARIANTS } from '../fixtures/server/variants'
import { chooseScenarios, chooseVariants } from '../support/variants'
import { findServerFailures, useSimulator } from './setup'

useSimulator()

const smsScenarios = serverScenarios.filter(({ needs = [] }) => needs.includes('inbox'))

test('a business server that breaks no rule fails no scenario of the SMS way', async () => {
  expect(await findServerFailures(createServerWith(), { scenarios: smsScenarios })).toEqual({})
})

test.each(chooseVariants(SMS_VARIANTS, 'sample'))(
  'a business server that %s fails exactly the scenarios of that rule',
  async (name, { rules, fails }) => {
    const scenarios = chooseScenarios(smsScenarios, { name, fails }, 'sample')
    const failures = await findServerFailures(createServerWith(rules), { scenarios })
    expect(Object.keys(failures).sort()).toEqual([...fails].sort())
  },
)
