// The number of inputs of all properties together: FUZZ_INPUTS, by default 1,500 for the gate; the nightly job runs
// 100,000.

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 1500)

/** Milliseconds that one property may take; an input takes about one millisecond. */
export const TIME_LIMIT = 60_000 + 20 * INPUTS

/** @param share of all inputs, from 0 to 1; the shares of all properties add up to 1 */
export function createRunOptions(share: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(INPUTS * share) }
}
