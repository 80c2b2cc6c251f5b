// Sample and nightly run together cover every broken variant, and every scenario has a variant that it catches.
import { clientScenarios } from '../src/client'
import { PLATFORM_SCENARIOS } from '../src/platform/scenarios'
import { serverScenarios } from '../src/server'
import { CLIENT_VARIANTS } from './fixtures/client/variants'
import { PLATFORM_VARIANTS } from './fixtures/platform/variants'
import { SERVER_VARIANTS } from './fixtures/server/variants'
import { chooseScenarios, chooseVariants, type VariantFiles } from './support/variants'

interface Suite {
  readonly name: string
  readonly scenarios: readonly { readonly id: `@${string}` }[]
  readonly files: VariantFiles<{ readonly fails: readonly string[] }>
}

const SUITES: readonly Suite[] = [
  { name: 'platform', scenarios: PLATFORM_SCENARIOS, files: PLATFORM_VARIANTS },
  { name: 'server', scenarios: serverScenarios, files: SERVER_VARIANTS },
  { name: 'client', scenarios: clientScenarios, files: CLIENT_VARIANTS },
]

describe.each(SUITES)('the variants of the $name suite', ({ scenarios, files }) => {
  const all = chooseVariants(files, 'all')
  const sample = chooseVariants(files, 'sample')
  const names = all.map(([variant]) => variant)

  test('have one name each', () => {
    expect(new Set(names).size).toBe(Object.values(files).flatMap(Object.keys).length)
  })

  test('all run nightly, in every scenario', () => {
    expect(names).toEqual(Object.values(files).flatMap(Object.keys))
    for (const [variant, { fails }] of all) {
      expect(chooseScenarios(scenarios, { name: variant, fails }, 'all')).toEqual(scenarios)
    }
  })

  test('have a fixed fifth in the gate, with some of every file', () => {
    expect(sample).toEqual(chooseVariants(files, 'sample'))
    expect(sample.length).toBeGreaterThanOrEqual(all.length / 5)
    for (const variants of Object.values(files)) {
      expect(sample.some(([variant]) => variant in variants)).toBe(true)
    }
  })

  test('run in the gate in every scenario that they must fail, and in some others', () => {
    for (const [variant, { fails }] of sample) {
      const ids = chooseScenarios(scenarios, { name: variant, fails }, 'sample').map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining([...fails]))
      expect(ids.length).toBeGreaterThan(fails.length)
      expect(ids.length).toBeLessThan(scenarios.length)
    }
  })

  test('name existing scenarios', () => {
    const ids = new Set<string>(scenarios.map(({ id }) => id))
    expect(all.flatMap(([, { fails }]) => fails).filter((id) => !ids.has(id))).toEqual([])
  })
})

/** Each platform scenario is covered by the test of the simulator's causes instead. */
const FULLY_BROKEN = SUITES.filter(({ name }) => name !== 'platform')

test.each(FULLY_BROKEN)('every scenario of the $name suite fails for some variant', ({ scenarios, files }) => {
  const broken = new Set(chooseVariants(files, 'all').flatMap(([, { fails }]) => fails))
  expect(scenarios.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
})
