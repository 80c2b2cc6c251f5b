// The only masking of phone numbers: logs, traces and reports use it, so that none of them knows fewer spellings.
import { toAscii } from './characters'
import { choosePatterns, type Patterns } from './mask-patterns'
import { maskMsisdn } from './parse'

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
 * own, as escapes of a URL or of JSON, and behind a country code, a trunk 0 or a carrier's prefix for cheap calls. What
 * precedes the number stays.
 *
 * @example
 * ```ts
 * maskMsisdnsIn('call +86 138-0013-8000 now') // 'call +86 138****8000 now'
 * ```
 */
export function maskMsisdnsIn(text: string, options: MaskOptions = {}): string {
  const masked = maskPlain(text, options)
  if (!ESCAPED_DIGITS.test(masked)) return masked
  // Only if a number shows up: otherwise the text stays as it was sent.
  const unescaped = masked.replace(ESCAPED_DIGIT, '$<digit>')
  const maskedAgain = maskPlain(unescaped, options)
  return maskedAgain === unescaped ? masked : maskedAgain
}

/** A digit as an URL or JSON escapes it, in which nothing needs to. */
const ESCAPED_DIGIT = /(?:%(?:25){0,2}|\\{1,2}u00)3(?<digit>\d)/g
const ESCAPED_DIGITS = new RegExp(ESCAPED_DIGIT.source)

function maskPlain(text: string, { withinDigits = false }: MaskOptions): string {
  const patterns = choosePatterns(text)
  const pattern = withinDigits ? patterns.withinDigits : patterns.alone
  const maskOnce = (unmasked: string) =>
    unmasked.replace(pattern, (_, prefix, alone, digits, prefixInside, inside) => {
      if (alone) return prefix + maskMsisdn(toDigits(alone))
      return digits ? maskAmong(digits, patterns) : prefixInside + maskMsisdn(inside)
    })
  // Twice: of two numbers that overlap, the first match hides too little of the second.
  return maskOnce(maskOnce(text))
}

/** Among many digits, a timestamp or a prefix may stand before a number. */
function maskAmong(digits: string, { among }: Patterns): string {
  return digits.replace(among, (found, kept) => kept ?? maskMsisdn(found))
}

const ESCAPES = /%(?:25){0,2}[0-9A-Fa-f]{2}|\\{1,2}u[0-9A-Fa-f]{4}/g

function toDigits(number: string): string {
  return toAscii(number.replace(ESCAPES, '')).replace(/\D/g, '')
}
