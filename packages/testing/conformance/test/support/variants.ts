// How many of the broken variants run. The gate runs a fixed sample, each variant in the scenarios that it must fail
// and in a small share of the others. The nightly job runs every variant in every scenario.
import type { Scenario } from '../../src/scenario'

/** The variants of a suite by name, for each file that defines some. */
export type VariantFiles<Variant> = Readonly<Record<string, Readonly<Record<string, Variant>>>>

export type Coverage = 'sample' | 'all'

/** Set by the environment variable `CONFORMANCE_VARIANTS`. */
export const COVERAGE: Coverage = process.env.CONFORMANCE_VARIANTS === 'all' ? 'all' : 'sample'

/** One in five variants of each file, from the first. */
const SAMPLE_EVERY = 5

/** One in thirty scenarios, different ones for each variant. */
const SHARE_EVERY = 30

/** Chooses the variants to run, with their names. */
export function chooseVariants<Variant>(
  files: VariantFiles<Variant>,
  coverage = COVERAGE,
): readonly (readonly [string, Variant])[] {
  return Object.values(files).flatMap((variants) =>
    Object.entries(variants).filter((_, index) => coverage === 'all' || index % SAMPLE_EVERY === 0),
  )
}

/** Chooses the scenarios that a variant runs in, in their order. */
export function chooseScenarios<One extends Pick<Scenario<never>, 'id'>>(
  scenarios: readonly One[],
  variant: { readonly name: string; readonly fails: readonly string[] },
  coverage = COVERAGE,
): readonly One[] {
  if (coverage === 'all') return scenarios
  const offset = [...variant.name].reduce((sum, character) => sum + character.charCodeAt(0), 0)
  return scenarios.filter(({ id }, index) => variant.fails.includes(id) || (index + offset) % SHARE_EVERY === 0)
}
