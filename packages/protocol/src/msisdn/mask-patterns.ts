// The patterns of masking, for texts that `toLine` made: there, digits are ASCII, and at most one character separates
// two of them. They use lookbehind, which older phones refuse: only servers and tools import them.
import { CALL_PREFIXES } from './parse'

const MSISDN = '1[3-9]\\d{9}'
const BETWEEN = '[ .]?'
/** The digits of a prefix, with anything between them; `d` is any digit. */
const spell = (prefix: string) => prefix.replace(/./g, (char) => `${char === 'd' ? '\\d' : char}${BETWEEN}`)

const callPrefix = `(?:${CALL_PREFIXES.map(spell).join('|')})`
const countryCode = `(?:(?:${spell('0')}){0,3}${spell('86')})`
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const notAnIpAddress = `(?!(?:${octet}\\.){3}${octet}(?!\\.?\\d))`
const alone =
  `(?<!\\d)((?:(?<!0\\.)${callPrefix})?${countryCode}?(?:${spell('0')})?)` +
  `${notAnIpAddress}(1${BETWEEN}[3-9](?:${BETWEEN}\\d){9})(?!\\d)`
// Longer than any id of the carrier's.
const manyDigits = '(\\d{18,})'
const countryCodeOrTrunk = '(?:0{0,3}86)?0?'
// A number with digits behind it, as the start of an appKey puts them there. The H5 msgId is `0.` and digits.
const asciiCallPrefix = `(?:${CALL_PREFIXES.join('|').replace(/d/g, '\\d')})`
const followed = `(?<!\\d|0\\.)(${asciiCallPrefix}?${countryCodeOrTrunk})(${MSISDN})(?=\\d{1,6}(?!\\d))`
const timestamp = '20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d\\d{3}'

/** Eleven digits that may be a number: the other patterns take longer to say that there are none. */
export const ANY = new RegExp(`1${BETWEEN}[3-9](?:${BETWEEN}\\d){9}`)
/** A number without further digits around it. Groups: prefix, number. */
export const ALONE = new RegExp(alone, 'g')
/** Also a number among digits. Groups: prefix, number; many digits; prefix and number in front of digits. */
export const WITHIN_DIGITS = new RegExp(`${alone}|${manyDigits}|${followed}`, 'g')
/** Inside many digits: a timestamp or a prefix (group 1), or a number. */
export const AMONG = new RegExp(`(${timestamp}|${asciiCallPrefix}${countryCodeOrTrunk}(?=${MSISDN}))|${MSISDN}`, 'g')
