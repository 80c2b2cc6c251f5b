// Assertions of scenarios. Their messages state expected and actual values, without secrets.
import { isDeepStrictEqual } from 'node:util'
import { maskMsisdnsIn } from '@local-number/protocol/masking'
import { Unmet } from './scenario'

/** @throws Unmet with this rule if it does not hold */
export function assert(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Unmet(rule)
}

/**
 * Compares by value.
 *
 * @param what the compared thing, e.g. `the image's appId`
 * @throws Unmet
 */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  assert(
    isDeepStrictEqual(actual, expected),
    `${what} must be ${formatValue(expected)}, and was ${formatValue(actual)}`,
  )
}

const MAX_LENGTH = 160
const LONG_TEXT = /[\w+/=%.-]{40,}/g

/** Formats a value for a message: masks phone numbers, and shortens what may be a token or a signature. */
export function formatValue(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  const text = maskMsisdnsIn(json.replace(LONG_TEXT, (long) => `${long.slice(0, 12)}…`))
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}
