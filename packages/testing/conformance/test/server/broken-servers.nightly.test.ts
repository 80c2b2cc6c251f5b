// A business server that breaks a rule fails exactly the scenarios of that rule.
import { serverScenarios } from '../../src/server'
import { createServerWith } from '../fixtures/server/correct-server'
import { SERVER_VARIANTS } from '../fixtures/server/variants'
import { chooseScenarios, chooseVariants } from '../support/variants'
import { findServerFailures, useSimulator } from './setup'

useSimulator()

/** All variants in all scenarios take several minutes, and more on a busy machine. */
const ALL_VARIANTS_MS = 2_400_000

/** While one server waits for a platform that does not answer, others run. */
const CONCURRENCY = 3

const variants = chooseVariants(SERVER_VARIANTS)
const failures = new Map<string, Record<string, string>>()

beforeAll(async () => {
  const runCorrect = async () => void failures.set('correct', await findServerFailures(createServerWith()))
  const runVariants = variants.map(([name, { rules, fails }]) => async () => {
    const scenarios = chooseScenarios(serverScenarios, { name, fails })
    failures.set(name, await findServerFailures(createServerWith(rules), { scenarios }))
  })
  const waiting = [runCorrect, ...runVariants]
  const runWaiting = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) await run()
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, runWaiting))
}, ALL_VARIANTS_MS)

test('a business server that breaks no rule fails no scenario', () => {
  expect(failures.get('correct')).toEqual({})
})

test.each(variants)('a business server that %s fails exactly the scenarios of that rule', (name, { fails }) => {
  expect(Object.keys(failures.get(name) ?? {}).sort()).toEqual([...fails].sort())
})
