// Phone numbers as people write them, as the wire wants them, and as a log may show them.

declare const msisdn: unique symbol

/** A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`. Made by {@link parseMsisdn} only. */
export type Msisdn = string & { readonly [msisdn]: true }

const MSISDN = /^1[3-9]\d{9}$/
const COUNTRY_CODE = /^(?:\+|00)?86(?=1[3-9]\d{9}$)/
const BETWEEN_DIGITS = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff()./·‐-―-]/g

/**
 * Reads a number as it is typed or pasted: spaces, dashes, full-width digits and `+86`, `0086` or `86` in front are
 * accepted.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number.
 */
export function parseMsisdn(text: string): Msisdn | null {
  const digits = text.normalize('NFKC').replace(BETWEEN_DIGITS, '').replace(COUNTRY_CODE, '')
  return MSISDN.test(digits) ? (digits as Msisdn) : null
}

/**
 * The digits of a number still being typed, at most 11: what an input keeps. A pasted country code is dropped as soon as
 * it can be told from the number itself.
 */
export function msisdnDraft(text: string): string {
  const compact = text.normalize('NFKC').replace(BETWEEN_DIGITS, '')
  const national = compact.replace(/^(?:\+|00)86/, '').replace(/\D/g, '')
  return (national.length > 11 ? national.replace(/^86(?=1)/, '') : national).slice(0, 11)
}

/** `13800138000` → `138 0013 8000`; shorter drafts are grouped as far as they go. */
export function formatMsisdn(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or a screen of others may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}
