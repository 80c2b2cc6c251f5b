// What a trace may show of a stranger's text: no number, no token, no private key, and not too much of it.
import { maskMsisdn, parseMsisdn } from '@local-number/protocol'

const LONGEST = 2000
/** What a client of the carrier may send as an id. */
const TRACEABLE = /^[\w.-]{1,64}$/

/** Ids are random: eleven digits in a row are nobody's number there. */
const ID = /^[0-9A-Za-z]{32}$/

const DIGIT = '[0-9０-９]'
/** What people write between digits, as `parseMsisdn` takes it and beyond, and what a URL makes of it. */
const BETWEEN =
  '(?:[\\s(),_./\\-\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200f\\u3001\\uff08-\\uff09\\uff0c\\uff0d\\uff3f\\ufeff]|%[0-9A-Fa-f]{2}){0,3}'
/** The carriers' prefixes of cheap calls, which stand before a number as it is dialled. No mobile number begins with 179. */
const IP_DIAL = '(?:179\\d\\d|12593|12583[1-3]|10193|11808)'
const COUNTRY_CODE = `(?:[+＋]|[0０]{1,3})?${BETWEEN}[8８][6６]${BETWEEN}`
const TRUNK = `[0０]${BETWEEN}`
const NOT_AN_IP_ADDRESS = '(?!(?:\\d{1,3}\\.){3}\\d{1,3}(?!\\d))'
/** A mainland mobile number that stands alone, or behind what is dialled before it, or behind a percent-escape. */
const MSISDN =
  `(?:(?<!${DIGIT})|(?<=%[0-9A-Fa-f]{2}))((?:(?<!0\\.)${IP_DIAL}${BETWEEN})?(?:${COUNTRY_CODE})?(?:${TRUNK})?)` +
  `${NOT_AN_IP_ADDRESS}([1１]${BETWEEN}[3-9３-９](?:${BETWEEN}${DIGIT}){9})(?!${DIGIT})`
/** Longer than any id of the carrier's. */
const DIGITS = '(\\d{18,})'
const COUNTRY_CODE_OR_TRUNK = '(?:0{0,3}86)?0?'
/** One with digits behind it, as the start of an appKey puts them there. The H5 edition's msgId is `0.` and digits. */
const LED_BY_MSISDN = `(?<!\\d|0\\.)(${IP_DIAL}?${COUNTRY_CODE_OR_TRUNK})(1[3-9]\\d{9})(?=\\d{1,6}(?!\\d))`
const NUMBERS = new RegExp(`${MSISDN}|${DIGITS}|${LED_BY_MSISDN}`, 'g')

const TIMESTAMP = '20\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d\\d{3}'
/** Among digits, a timestamp may stand before a number, or behind. */
const TIMESTAMP_OR_MSISDN = new RegExp(
  `(${TIMESTAMP}|${IP_DIAL}${COUNTRY_CODE_OR_TRUNK}(?=1[3-9]\\d{9}))|1[3-9]\\d{9}`,
  'g',
)
/** Tokens of this platform are 48 of them; an MD5, and an id, have 32. */
const HEX = /(?<![0-9a-f])[0-9a-f]{48,}(?![0-9a-f])/gi
/** Of a signature in hex, by the size of its key. */
const SIGNATURE_LENGTHS: ReadonlySet<number> = new Set([256, 512, 768, 1024])
/** appId + msgId + timestamp + uuid, and the 1 of the version, where both ids happen to be hex (protocol.md §2). */
const PRE_SIGN = /^\d{6,20}[0-9a-f]{32}20\d{15}[0-9a-f]{32}1?$/i
/** With the spaces of a file, of a query and of a form. Without an end, all of the rest is the key. */
const PRIVATE_PEM =
  /-----BEGIN[\w\s%+]{1,40}?PRIVATE(?:[\s+]|%20){1,3}KEY.*?(?:-----END[\w\s%+]{1,40}?PRIVATE(?:[\s+]|%20){1,3}KEY(?:-----)?|$)/gs
/**
 * Base64 of what both PKCS#8 and PKCS#1 begin with: a SEQUENCE of 256 bytes or more, the version 0, and the start of an
 * AlgorithmIdentifier or of a modulus. No public key and no certificate has a version there. Then whatever base64, in its
 * lines and through any number of escapes, is made of.
 */
const PRIVATE_DER = /MII[A-P](?:[\w+/ -]|\\+\/|%[0-9A-Fa-f]{2})[AQgw]IBA[AD][\w+/=%\s\\-]{40,}/g

export function maskNumbers(text: string): string {
  if (ID.test(text)) return text
  // Twice, since of two numbers that overlap the first hides too little of the second.
  return maskedOnce(maskedOnce(text))
}

function maskedOnce(text: string): string {
  return text.replace(NUMBERS, (_, before, alone, digits, beforeLed, led) => {
    if (digits) return maskAmong(digits)
    return alone ? `${before}${maskMsisdn(digitsOf(alone))}` : `${beforeLed}${maskMsisdn(led)}`
  })
}

function maskAmong(digits: string): string {
  return digits.replace(TIMESTAMP_OR_MSISDN, (found, kept) => kept ?? maskMsisdn(found))
}

function digitsOf(number: string): string {
  return parseMsisdn(number.replace(/%[0-9A-Fa-f]{2}|[,_、，＿]/g, '')) ?? ''
}

/** `9f3c… (48)`: enough to tell two tokens apart, too little to use one. */
export function maskToken(token: string): string {
  return token === '' ? '' : `${token.slice(0, 4)}… (${token.length})`
}

/** An id as a trace and a log repeat it: `''` for what is none, and for what must not be shown. */
export function traceableId(text: string, secrets: readonly Secret[] = []): string {
  return TRACEABLE.test(text) && shown(text, secrets) === text ? text : ''
}

/** A text that is shown nowhere, and what stands in its place. */
export interface Secret {
  readonly text: string
  readonly mask: string
}

/** Masks what a text holds, and cuts it. */
export function shown(text: string, secrets: readonly Secret[] = [], longest = LONGEST): string {
  // By functions: the mask begins with a stranger's characters, and `$&` in them would bring the secret back.
  const masked = maskNumbers(
    secrets
      .reduce((rest, { text: secret, mask }) => rest.replaceAll(secret, () => mask), text)
      .replace(PRIVATE_PEM, maskToken)
      .replace(PRIVATE_DER, maskToken)
      .replace(HEX, (hex) => (SIGNATURE_LENGTHS.has(hex.length) || PRE_SIGN.test(hex) ? hex : maskToken(hex))),
  )
  return masked.length > longest ? `${masked.slice(0, longest)}…` : masked
}
