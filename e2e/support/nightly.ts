// Marks tests that are too slow for the gate: `npm run nightly -- browser-slow` runs them.

/** Details of a test or a group: `test('title', NIGHTLY, body)`. */
export const NIGHTLY = { tag: '@nightly' } as const

/** Details of one of several variants, of which the gate runs a sample. */
export function nightlyUnless(inGate: boolean): { tag: string[] } {
  return { tag: inGate ? [] : [NIGHTLY.tag] }
}
