// Phone numbers as people write them, and as the wire wants them.

declare const msisdn: unique symbol

/**
 * A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`. Only {@link parseMsisdn} returns one.
 */
export type Msisdn = string & { readonly [msisdn]: true }

const MSISDN = /^1[3-9]\d{9}$/
/** No mainland mobile number begins with 86, so this is a country code. */
const COUNTRY_CODE = /^(?:\+|00)?86(?=1)/
/**
 * What people write between digits: spaces, dashes and the minus sign, brackets, invisible characters, and the dots of
 * both keyboards. As ranges, because WeChat's engine on some phones rejects `\p{…}` when it loads the file.
 */
export const SEPARATOR =
  /[\s\-\u058a\u05be\u1400\u1806\u2010-\u2015\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0()[\]{}\u2045\u2046\u2329\u232a\u2768-\u2775\u27e6-\u27ef\u2983-\u2998\u3008-\u3011\u3014-\u301b\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe52\ufe58-\ufe5e\ufe63\uff61\uff65./\u00b7\u2022\u30fb\u3002]/g

/** Full-width forms, as a Chinese keyboard writes digits, `+` and brackets. Without ICU, `normalize()` does nothing. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Reads a number as it is typed or pasted: with spaces, dashes, dots, brackets, full-width digits, and with `+86`,
 * `0086` or `86` in front.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number
 */
export function parseMsisdn(text: string): Msisdn | null {
  const digits = toHalfWidth(text).replace(SEPARATOR, '').replace(COUNTRY_CODE, '')
  return MSISDN.test(digits) ? (digits as Msisdn) : null
}

/**
 * Reads a number that is still being typed: the value of an input. At most 11 digits, without the country code as soon
 * as the number follows it. Until then a `+` in front stays: without it, `+1 347…` would become a mainland number.
 */
export function toMsisdnDraft(text: string): string {
  const typed = toHalfWidth(text)
  const sign = /^\D*\+/.test(typed) ? '+' : ''
  const national = `${sign}${typed.replace(/\D/g, '')}`.replace(COUNTRY_CODE, '')
  return national.slice(0, national.startsWith('+') ? 12 : 11)
}

/** `13800138000` → `138 0013 8000`; a shorter draft is grouped as far as it goes. */
export function formatMsisdn(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or another person's screen may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}

/** Writes full-width characters as ASCII. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
}
