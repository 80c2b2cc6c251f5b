// What a trace may show of untrusted text: no phone number, no token, no private key, and a limited length.
import { maskMsisdnsIn } from '@local-number/protocol/masking'

/** Text that must not be shown, and what replaces it. */
export interface Secret {
  readonly text: string
  readonly mask: string
}

/** Characters. */
const MAX_LENGTH = 2000

/** Ids that are safe to repeat. */
const TRACEABLE = /^[\w.-]{1,64}$/

/** Ids are random: eleven digits in a row are not a phone number there. */
const ID = /^[0-9A-Za-z]{32}$/

/** Tokens of this platform have 48 hex digits; an MD5 and an id have 32. */
const HEX = /(?<![0-9a-f])[0-9a-f]{48,}(?![0-9a-f])/gi

/** Tokens of the HTTPS edition. */
const HTTPS_TOKEN = /H5HTTPS[0-9a-f]{8,}/gi

/** Hex digits of a signature, by the size of its key. */
const SIGNATURE_LENGTHS: ReadonlySet<number> = new Set([256, 512, 768, 1024])

/** appId + msgId + timestamp + uuid, and the 1 of the version, if both ids happen to be hex (protocol.md §2). */
const PRE_SIGN = /^\d{6,20}[0-9a-f]{32}20\d{15}[0-9a-f]{32}1?$/i

/** Spaces may be raw, `+` or `%20`. Without an END line, the rest of the text is the key. */
const PRIVATE_PEM =
  /-----BEGIN[\w\s%+]{1,40}?PRIVATE(?:[\s+]|%20){1,3}KEY.*?(?:-----END[\w\s%+]{1,40}?PRIVATE(?:[\s+]|%20){1,3}KEY(?:-----)?|$)/gs

/**
 * Base64 of the common beginning of PKCS#8 and PKCS#1: a SEQUENCE of 256 bytes or more, the version 0, and the start of
 * an AlgorithmIdentifier or of a modulus. Public keys and certificates do not have a version there. Then base64 in
 * lines, with any number of escapes.
 */
const PRIVATE_DER = /MII[A-P](?:[\w+/ -]|\\+\/|%[0-9A-Fa-f]{2})[AQgw]IBA[AD][\w+/=%\s\\-]{40,}/g

/** Masks the secrets, phone numbers, tokens and private keys in a text, and cuts it. */
export function maskText(text: string, secrets: readonly Secret[] = [], maxLength = MAX_LENGTH): string {
  // The mask is given as a function: it begins with the sender's characters, and `$&` would bring the secret back.
  const withoutSecrets = secrets.reduce((rest, { text: secret, mask }) => rest.replaceAll(secret, () => mask), text)
  const masked = maskNumbers(
    withoutSecrets
      .replace(PRIVATE_PEM, maskToken)
      .replace(PRIVATE_DER, maskToken)
      .replace(HTTPS_TOKEN, maskToken)
      .replace(HEX, (hex) => (SIGNATURE_LENGTHS.has(hex.length) || PRE_SIGN.test(hex) ? hex : maskToken(hex))),
  )
  return masked.length > maxLength ? `${masked.slice(0, maxLength)}…` : masked
}

/** Masks phone numbers, also among other digits: `phone + appKey + timestamp` puts some around them. */
export function maskNumbers(text: string): string {
  return ID.test(text) ? text : maskMsisdnsIn(text, { withinDigits: true })
}

/** `9f3c… (48)`: enough to tell two tokens apart, too little to use one. */
export function maskToken(token: string): string {
  return token === '' ? '' : `${token.slice(0, 4)}… (${token.length})`
}

/** An id as a trace and a log may repeat it: `''` for text that is not an id, or that must not be shown. */
export function toTraceableId(text: string, secrets: readonly Secret[] = []): string {
  return TRACEABLE.test(text) && maskText(text, secrets) === text ? text : ''
}
