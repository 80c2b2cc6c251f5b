// Expectations of scenarios: one that does not hold says what was expected and what came, without secrets.
import { isDeepStrictEqual } from 'node:util'
import { maskMsisdn } from '@local-number/protocol'
import { Unmet } from './scenario'

/** @throws Unmet with the rule as it should be kept */
export function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Unmet(rule)
}

/**
 * Compares by value.
 *
 * @param what names what is compared, e.g. `the image's appId`
 * @throws Unmet
 */
export function mustEqual(actual: unknown, expected: unknown, what: string): void {
  must(isDeepStrictEqual(actual, expected), `${what} must be ${shown(expected)}, and was ${shown(actual)}`)
}

const MOST_SHOWN = 160
const LONG_TEXT = /[\w+/=%.-]{40,}/g
const MSISDN = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** A value for a message: numbers masked, what may be a token or a signature cut to its beginning. */
export function shown(value: unknown): string {
  const text = (JSON.stringify(value) ?? String(value))
    .replace(LONG_TEXT, (long) => `${long.slice(0, 12)}…`)
    .replace(MSISDN, maskMsisdn)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
