// Phone numbers as people write them, and as the wire wants them.
import { SEPARATOR, toAscii } from './characters'

declare const msisdn: unique symbol

/**
 * A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`, but not 179, which begins the carriers'
 * prefixes for cheap calls. Only {@link parseMsisdn} returns one.
 */
export type Msisdn = string & { readonly [msisdn]: true }

const MSISDN = /^1(?:[3-689]\d|7[0-8])\d{8}$/

/**
 * The carriers' prefixes for cheap calls and second numbers, as phone books keep them in front of a number; `d` is any
 * digit.
 */
export const CALL_PREFIXES = ['179dd', '12593', '125831', '125832', '125833', '10193', '11808'] as const
const CALL_PREFIX = `(?:${CALL_PREFIXES.join('|').replace(/d/g, '\\d')})`
/** With the plus sign, the international prefix 00, or bare: no mainland mobile number begins with 86. */
const COUNTRY_CODE = '(?:\\+?0{0,3}86)'
/** What may precede the number, with a trunk 0 at its end. */
const PREFIX = new RegExp(`^${CALL_PREFIX}?${COUNTRY_CODE}?0?(?=1\\d{10}$)`)
/** The part of a prefix that is known to be one before the number is complete. */
const PREFIX_WHILE_TYPING = new RegExp(`^${COUNTRY_CODE}(?=1)`)

/** As long as a number with all its prefixes. The field shows this much of a text that is no number. */
const MAX_DRAFT_DIGITS = 24

/**
 * Reads a number as it is typed or pasted: with spaces, dashes, dots, brackets and invisible characters, in full-width
 * digits or those of another script, and with `+86`, `0086`, `86`, a trunk `0` or a prefix for cheap calls in front.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number
 */
export function parseMsisdn(text: string): Msisdn | null {
  return parseDigits(toAscii(text).replace(SEPARATOR, ''))
}

function parseDigits(digits: string): Msisdn | null {
  const national = digits.replace(PREFIX, '')
  return MSISDN.test(national) ? (national as Msisdn) : null
}

/**
 * Reads the text of a field in which a number is typed or pasted. A text with one number in it gives that number,
 * whatever is written around it; any other text gives its digits, without the country code as soon as the number
 * follows it. Until then a `+` in front stays: without it, `+1 347…` would become a mainland number. No text is cut to
 * a number: what is too long stays too long.
 *
 * @param before the draft so far: one more digit does not change a number that is complete
 * @returns at most 24 digits, with or without a `+`
 */
export function toMsisdnDraft(text: string, before = ''): string {
  const typed = toAscii(text).replace(SEPARATOR, '')
  const [found, ...others] = typed
    .split(/[^\d+]+/)
    .map(parseDigits)
    .filter((number) => number !== null)
  if (found && others.every((other) => other === found)) return found
  const sign = /^\D*\+/.test(typed) ? '+' : ''
  const draft = `${sign}${typed.replace(/\D/g, '')}`.replace(PREFIX_WHILE_TYPING, '')
  if (MSISDN.test(before) && hasOneMore(draft, before)) return before
  return draft.slice(0, sign.length + MAX_DRAFT_DIGITS)
}

/** Whether `longer` is `digits` with one digit typed in somewhere. */
function hasOneMore(longer: string, digits: string): boolean {
  if (longer.length !== digits.length + 1) return false
  let at = 0
  while (at < digits.length && longer[at] === digits[at]) at += 1
  return longer.slice(at + 1) === digits.slice(at)
}

/** `13800138000` → `138 0013 8000`; a shorter draft is grouped as far as it goes. */
export function formatMsisdn(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or another person's screen may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}
