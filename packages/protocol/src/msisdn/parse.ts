// Phone numbers as people write them, and as the wire wants them.
import { SEPARATOR, toAscii } from './characters'

declare const msisdn: unique symbol

/**
 * A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`, but not 179, which begins the carriers'
 * prefixes for cheap calls. Only {@link parseMsisdn} returns one.
 */
export type Msisdn = string & { readonly [msisdn]: true }

export const MSISDN = /^1(?:[3-689]\d|7[0-8])\d{8}$/

/**
 * The carriers' prefixes for cheap calls and second numbers, as phone books keep them in front of a number; `d` is any
 * digit.
 */
export const CALL_PREFIXES = ['179dd', '12593', '125831', '125832', '125833', '10193', '11808'] as const
export const CALL_PREFIX = `(?:${CALL_PREFIXES.join('|').replace(/d/g, '\\d')})`
/** With the plus sign, the international prefix 00, or bare: no mainland mobile number begins with 86. */
export const COUNTRY_CODE = '(?:\\+?0{0,3}86)'
/** What may precede the number, with a trunk 0 at its end. */
const PREFIX = new RegExp(`^${CALL_PREFIX}?${COUNTRY_CODE}?0?(?=1\\d{10}$)`)

/**
 * Reads a number as it is typed or pasted: with spaces, dashes, dots, brackets and invisible characters, in full-width
 * digits or those of another script, and with `+86`, `0086`, `86`, a trunk `0` or a prefix for cheap calls in front.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number
 */
export function parseMsisdn(text: string): Msisdn | null {
  return parseDigits(toAscii(text).replace(SEPARATOR, ''))
}

/** Reads a number of which only digits and a plus sign are left. */
export function parseDigits(digits: string): Msisdn | null {
  const national = digits.replace(PREFIX, '')
  return MSISDN.test(national) ? (national as Msisdn) : null
}

/**
 * `13800138000` → `138 0013 8000`; a shorter draft is grouped as far as it goes, what a longer one has too much stands
 * apart, and one of other characters is not grouped.
 */
export function formatMsisdn(digits: string): string {
  if (/\D/.test(digits)) return digits
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7, 11), digits.slice(11)].filter(Boolean).join(' ')
}

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or another person's screen may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}
