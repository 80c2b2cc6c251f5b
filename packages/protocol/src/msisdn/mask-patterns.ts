// The patterns of masking. They use lookbehind, which older phones refuse: only servers and tools import them.

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
  // What people write between digits, as `parseMsisdn` accepts it and beyond, and its form in a URL.
  const between =
    '(?:[\\s(),_./\\-\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200f\\u3001\\uff08-\\uff09\\uff0c\\uff0d\\uff3f\\ufeff]|%[0-9A-Fa-f]{2}){0,3}'
  // The carriers' prefixes for cheap calls. No mobile number begins with 179.
  const cheapCall = '(?:179\\d\\d|12593|12583[1-3]|10193|11808)'
  const countryCode = `(?:[+＋]|[0０]{1,3})?${between}[8８][6６]${between}`
  const trunk = `[0０]${between}`
  const notAnIpAddress = '(?!(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\d))'
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
