// The only masking of phone numbers: logs, traces and reports use it, so that none of them knows fewer spellings.
import { toHalfWidth } from './parse'

/** `13800138000` → `138****8000`: the only form of a number that a log, a trace or another person's screen may show. */
export function maskMsisdn(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : '***'
}

export interface MaskOptions {
  /**
   * Also masks numbers that other digits precede or follow, as in `phone + appKey + timestamp`, but for the 17-digit
   * timestamps of the wire. Milliseconds since 1970 look like such a number and are masked, too.
   *
   * @default false
   */
  readonly withinDigits?: boolean
}

/**
 * Masks every mainland mobile number inside a text: with separators, percent-escapes and full-width digits between its
 * own, and behind a country code, a trunk 0 or a carrier's prefix for cheap calls. What precedes the number stays.
 *
 * @example
 * ```ts
 * maskMsisdnsIn('call +86 138-0013-8000 now') // 'call +86 138****8000 now'
 * ```
 */
export function maskMsisdnsIn(text: string, { withinDigits = false }: MaskOptions = {}): string {
  const pattern = withinDigits ? patterns().withinDigits : patterns().alone
  const maskOnce = (unmasked: string) =>
    unmasked.replace(pattern, (_, prefix, alone, digits, prefixInside, inside) => {
      if (alone) return prefix + maskMsisdn(toDigits(alone))
      return digits ? maskAmong(digits) : prefixInside + maskMsisdn(inside)
    })
  // Twice: of two numbers that overlap, the first match hides too little of the second.
  return maskOnce(maskOnce(text))
}

/** Among many digits, a timestamp or a prefix may stand before a number. */
function maskAmong(digits: string): string {
  return digits.replace(patterns().among, (found, kept) => kept ?? maskMsisdn(found))
}

function toDigits(number: string): string {
  return toHalfWidth(number.replace(/%[0-9A-Fa-f]{2}/g, '')).replace(/\D/g, '')
}

interface Patterns {
  readonly alone: RegExp
  readonly withinDigits: RegExp
  readonly among: RegExp
}

let built: Patterns | undefined

/** Built at the first use: phones that know no lookbehind load this package, too, and mask nothing inside texts. */
function patterns(): Patterns {
  built ??= {
    alone: new RegExp(ALONE, 'g'),
    withinDigits: new RegExp(`${ALONE}|${MANY_DIGITS}|${FOLLOWED}`, 'g'),
    among: new RegExp(`(${TIMESTAMP}|${CHEAP_CALL}${COUNTRY_CODE_OR_TRUNK}(?=${MSISDN}))|${MSISDN}`, 'g'),
  }
  return built
}

const MSISDN = '1[3-9]\\d{9}'
const DIGIT = '[0-9０-９]'
/** What people write between digits, as `parseMsisdn` takes it and beyond, and what a URL makes of it. */
const BETWEEN =
  '(?:[\\s(),_./\\-\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200f\\u3001\\uff08-\\uff09\\uff0c\\uff0d\\uff3f\\ufeff]|%[0-9A-Fa-f]{2}){0,3}'
/** The carriers' prefixes for cheap calls. No mobile number begins with 179. */
const CHEAP_CALL = '(?:179\\d\\d|12593|12583[1-3]|10193|11808)'
const COUNTRY_CODE = `(?:[+＋]|[0０]{1,3})?${BETWEEN}[8８][6６]${BETWEEN}`
const TRUNK = `[0０]${BETWEEN}`
const NOT_AN_IP_ADDRESS = '(?!(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\d))'
/** A number without further digits around it, behind its prefixes or a percent-escape. */
const ALONE =
  `(?:(?<!${DIGIT})|(?<=%[0-9A-Fa-f]{2}))((?:(?<!0\\.)${CHEAP_CALL}${BETWEEN})?(?:${COUNTRY_CODE})?(?:${TRUNK})?)` +
  `${NOT_AN_IP_ADDRESS}([1１]${BETWEEN}[3-9３-９](?:${BETWEEN}${DIGIT}){9})(?!${DIGIT})`
/** Longer than any id of the carrier's. */
const MANY_DIGITS = '(\\d{18,})'
const COUNTRY_CODE_OR_TRUNK = '(?:0{0,3}86)?0?'
/** A number with digits behind it, as the start of an appKey puts them there. The H5 msgId is `0.` and digits. */
const FOLLOWED = `(?<!\\d|0\\.)(${CHEAP_CALL}?${COUNTRY_CODE_OR_TRUNK})(${MSISDN})(?=\\d{1,6}(?!\\d))`
const TIMESTAMP = '20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d\\d{3}'
