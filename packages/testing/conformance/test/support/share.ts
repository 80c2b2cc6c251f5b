// How much of a suite a broken variant is put through: every twentieth variant all of it; the others the scenarios that they
// must fail, and a tenth of the rest, another one each. `npm run nightly` puts every variant through everything.
import type { Scenario } from '../../src/scenario'

const EVERYTHING = process.env.CONFORMANCE_VARIANTS === 'all'

/**
 * @param variants what each variant must fail, by its name
 * @returns the scenarios for one of them, in their order
 */
export function shareOf<One extends Pick<Scenario<never>, 'id'>>(
  scenarios: readonly One[],
  variants: Readonly<Record<string, readonly string[]>>,
  name: string,
): readonly One[] {
  const turn = Object.keys(variants).indexOf(name)
  if (EVERYTHING || turn % 20 === 0) return scenarios
  return scenarios.filter(({ id }, index) => variants[name]?.includes(id) || (index + turn) % 10 === 0)
}
