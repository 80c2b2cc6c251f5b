// Phone numbers as people write them, as the wire wants them, and as a log may show them.

declare const msisdn: unique symbol

/** A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`. Made by {@link parseMsisdn} only. */
export type Msisdn = string & { readonly [msisdn]: true }

const MSISDN = /^1[3-9]\d{9}$/
/** No mainland mobile number begins with 86, so this much tells the country code from the number. */
const COUNTRY_CODE = /^(?:\+|00)?86(?=1)/
/** Spaces, dashes, brackets, what is invisible (\p{Cf}), the minus sign, and the dots of both keyboards. */
const BETWEEN_DIGITS = /[\s\p{Pd}\p{Ps}\p{Pe}\p{Cf}\u2212./·•・。]/gu

/**
 * Reads a number as it is typed or pasted: spaces, dashes, dots, brackets, full-width digits and `+86`, `0086` or `86` in
 * front are accepted.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number.
 */
export function parseMsisdn(text: string): Msisdn | null {
  const digits = text.normalize('NFKC').replace(BETWEEN_DIGITS, '').replace(COUNTRY_CODE, '')
  return MSISDN.test(digits) ? (digits as Msisdn) : null
}

/**
 * The number still being typed: what an input keeps. At most 11 digits, without the country code as soon as the number
 * follows it. A `+` in front stays until then: without it `+1 347…` would turn into someone's mainland number.
 */
export function msisdnDraft(text: string): string {
  const typed = text.normalize('NFKC')
  const sign = /^\D*\+/.test(typed) ? '+' : ''
  const national = `${sign}${typed.replace(/\D/g, '')}`.replace(COUNTRY_CODE, '')
  return national.slice(0, national.startsWith('+') ? 12 : 11)
}

/** `13800138000` → `138 0013 8000`; shorter drafts are grouped as far as they go. */
export function formatMsisdn(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or a screen of others may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}
