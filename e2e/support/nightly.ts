// For what is too slow for the gate: `npm run nightly -- browser-slow` runs it.

/** Details of a test or a group, as in `test('title', NIGHTLY, body)`. */
export const NIGHTLY = { tag: '@nightly' } as const

/** Details of one of several variants: the gate runs some of them. */
export function nightlyUnless(inGate: boolean): { tag: string[] } {
  return { tag: inGate ? [] : [NIGHTLY.tag] }
}
