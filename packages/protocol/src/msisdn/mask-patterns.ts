// The patterns of masking. They use lookbehind, which older phones refuse: only servers and tools import them.
import { createDigitPattern, SEPARATOR } from './characters'
import { CALL_PREFIXES } from './parse'

export interface Patterns {
  /** A number without further digits around it. Groups: prefix, number. */
  readonly alone: RegExp
  /** Also a number among digits. Groups: prefix, number; many digits; prefix and number in front of digits. */
  readonly withinDigits: RegExp
  /** Inside many digits: a timestamp or a prefix (group 1), or a number. */
  readonly among: RegExp
}

/** How digits and separators look in some text. */
interface Script {
  /** A pattern for the digits from `first` to `last`. */
  readonly toDigits: (first: number, last: number) => string
  readonly separator: string
}

/** Nearly all logged lines: their patterns are six times as fast. */
const ASCII: Script = { toDigits: (first, last) => `[${first}-${last}]`, separator: '[\\s\\-()[\\]{}./,_+~*|;]' }

/** What `parseMsisdn` accepts, with its full-width forms, commas and underscores. */
const ANY: Script = {
  toDigits: createDigitPattern,
  separator: `${SEPARATOR.source}|[,_+~*|;\\u3001\\uff08\\uff09\\uff0c-\\uff0f\\uff3b\\uff3d\\uff3f\\uff5b\\uff5d]`,
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is all of ASCII that counts.
const NOT_ASCII = /[^\x00-\x7f]/
const PATTERNS = { ascii: createPatterns(ASCII), any: createPatterns(ANY) }

export function choosePatterns(text: string): Patterns {
  return NOT_ASCII.test(text) ? PATTERNS.any : PATTERNS.ascii
}

function createPatterns({ toDigits, separator }: Script): Patterns {
  const msisdn = '1[3-9]\\d{9}'
  const digit = toDigits(0, 9)
  // Also escaped: in a URL, perhaps twice, in JSON within JSON, in HTML. Bounded, so that a long text takes linear
  // time.
  const escaped = '%(?:25){0,2}[0-9A-Fa-f]{2}|\\\\{1,2}(?:u[0-9A-Fa-f]{4}|[nrt])|&nbsp;'
  const between = `(?:${separator}|${escaped}){0,8}`
  /** The digits of a prefix in any script, with anything between them; `d` is any digit. */
  const spell = (prefix: string) =>
    prefix.replace(/./g, (char) => `${char === 'd' ? digit : toDigits(Number(char), Number(char))}${between}`)
  const callPrefix = `(?:${CALL_PREFIXES.map(spell).join('|')})`
  const countryCode = `(?:[+＋]${between})?(?:${spell('0')}){0,3}${spell('86')}`
  const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
  const notAnIpAddress = `(?!(?:${octet}\\.){3}${octet}(?!\\.?\\d))`
  const alone =
    `(?:(?<!${digit})|(?<=%[0-9A-Fa-f]{2}))((?:(?<!0\\.)${callPrefix})?(?:${countryCode})?(?:${spell('0')})?)` +
    `${notAnIpAddress}(${spell('1')}${toDigits(3, 9)}(?:${between}${digit}){9})(?!${digit})`
  // Longer than any id of the carrier's.
  const manyDigits = '(\\d{18,})'
  const countryCodeOrTrunk = '(?:0{0,3}86)?0?'
  // A number with digits behind it, as the start of an appKey puts them there. The H5 msgId is `0.` and digits.
  const asciiCallPrefix = `(?:${CALL_PREFIXES.join('|').replace(/d/g, '\\d')})`
  const followed = `(?<!\\d|0\\.)(${asciiCallPrefix}?${countryCodeOrTrunk})(${msisdn})(?=\\d{1,6}(?!\\d))`
  const timestamp = '20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d\\d{3}'
  return {
    alone: new RegExp(alone, 'g'),
    withinDigits: new RegExp(`${alone}|${manyDigits}|${followed}`, 'g'),
    among: new RegExp(`(${timestamp}|${asciiCallPrefix}${countryCodeOrTrunk}(?=${msisdn}))|${msisdn}`, 'g'),
  }
}
