// Phone numbers as people write them, as the wire wants them, and as a log may show them.

declare const msisdn: unique symbol

/** A mainland-China mobile number: 11 digits, the first `1`, the second `3`–`9`. Made by {@link parseMsisdn} only. */
export type Msisdn = string & { readonly [msisdn]: true }

const MSISDN = /^1[3-9]\d{9}$/
/** No mainland mobile number begins with 86, so this much tells the country code from the number. */
const COUNTRY_CODE = /^(?:\+|00)?86(?=1)/
/**
 * Spaces, dashes and the minus sign, brackets, what is invisible, and the dots of both keyboards. Ranges, since WeChat's
 * engine on some phones refuses `\p{…}` when it loads the file.
 */
const BETWEEN_DIGITS =
  /[\s\-\u058a\u05be\u1400\u1806\u2010-\u2015\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0()[\]{}\u2045\u2046\u2329\u232a\u2768-\u2775\u27e6-\u27ef\u2983-\u2998\u3008-\u3011\u3014-\u301b\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe52\ufe58-\ufe5e\ufe63\uff61\uff65./\u00b7\u2022\u30fb\u3002]/g

/** Full-width forms, as a Chinese keyboard writes digits, `+` and brackets. `normalize()` does nothing where ICU lacks. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Reads a number as it is typed or pasted: spaces, dashes, dots, brackets, full-width digits and `+86`, `0086` or `86` in
 * front are accepted.
 *
 * @returns the 11 digits, or `null` when the text is not a mainland mobile number.
 */
export function parseMsisdn(text: string): Msisdn | null {
  const digits = toHalfWidth(text).replace(BETWEEN_DIGITS, '').replace(COUNTRY_CODE, '')
  return MSISDN.test(digits) ? (digits as Msisdn) : null
}

/**
 * The number still being typed: what an input keeps. At most 11 digits, without the country code as soon as the number
 * follows it. A `+` in front stays until then: without it `+1 347…` would turn into someone's mainland number.
 */
export function toMsisdnDraft(text: string): string {
  const typed = toHalfWidth(text)
  const sign = /^\D*\+/.test(typed) ? '+' : ''
  const national = `${sign}${typed.replace(/\D/g, '')}`.replace(COUNTRY_CODE, '')
  return national.slice(0, national.startsWith('+') ? 12 : 11)
}

/** `13800138000` → `138 0013 8000`; shorter drafts are grouped as far as they go. */
export function formatMsisdn(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter(Boolean).join(' ')
}

/** Writes full-width characters as ASCII. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
}
