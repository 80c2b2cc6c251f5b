// The patterns of masking. They use lookbehind, which older phones refuse: only servers and tools import them.
import { SEPARATOR } from './parse'

export interface Patterns {
  /** A number without further digits around it. Groups: prefix, number. */
  readonly alone: RegExp
  /** Also a number among digits. Groups: prefix, number; many digits; prefix and number in front of digits. */
  readonly withinDigits: RegExp
  /** Inside many digits: a timestamp or a prefix (group 1), or a number. */
  readonly among: RegExp
}

export function createPatterns(): Patterns {
  const msisdn = '1[3-9]\\d{9}'
  const digit = '[0-9０-９]'
  // What `parseMsisdn` accepts, with its full-width forms, commas and underscores, and any of them in a URL.
  const separator = `${SEPARATOR.source}|[,_\\u3001\\uff08\\uff09\\uff0c-\\uff0f\\uff3b\\uff3d\\uff3f\\uff5b\\uff5d]`
  // Bounded, so that a long text takes linear time.
  const between = `(?:${separator}|%[0-9A-Fa-f]{2}){0,8}`
  // The carriers' prefixes for cheap calls. No mobile number begins with 179.
  const cheapCall = '(?:179\\d\\d|12593|12583[1-3]|10193|11808)'
  const countryCode = `(?:[+＋]|[0０]{1,3})?${between}[8８]${between}[6６]${between}`
  const trunk = `[0０]${between}`
  const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
  const notAnIpAddress = `(?!(?:${octet}\\.){3}${octet}(?!\\d))`
  const alone =
    `(?:(?<!${digit})|(?<=%[0-9A-Fa-f]{2}))((?:(?<!0\\.)${cheapCall}${between})?(?:${countryCode})?(?:${trunk})?)` +
    `${notAnIpAddress}([1１]${between}[3-9３-９](?:${between}${digit}){9})(?!${digit})`
  // Longer than any id of the carrier's.
  const manyDigits = '(\\d{18,})'
  const countryCodeOrTrunk = '(?:0{0,3}86)?0?'
  // A number with digits behind it, as the start of an appKey puts them there. The H5 msgId is `0.` and digits.
  const followed = `(?<!\\d|0\\.)(${cheapCall}?${countryCodeOrTrunk})(${msisdn})(?=\\d{1,6}(?!\\d))`
  const timestamp = '20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d\\d{3}'
  return {
    alone: new RegExp(alone, 'g'),
    withinDigits: new RegExp(`${alone}|${manyDigits}|${followed}`, 'g'),
    among: new RegExp(`(${timestamp}|${cheapCall}${countryCodeOrTrunk}(?=${msisdn}))|${msisdn}`, 'g'),
  }
}
