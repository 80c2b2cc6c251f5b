// From pasted text (PEM or bare base64, with any white space) to DER.
import { fromBase64 } from './codec'
import type { RsaErrorCode } from './errors'

// openssl writes EC PARAMETERS before an EC key: the relevant block ends in KEY.
const pemBlock = /-----BEGIN (?:[A-Z0-9 ]*KEY|CERTIFICATE)-----([^-]*)/

export function parseKeyText(text: string): Uint8Array | RsaErrorCode {
  if (text.includes('Proc-Type: 4,ENCRYPTED')) return 'keyEncrypted'
  const body = (pemBlock.exec(text)?.[1] ?? text).replace(/\s/g, '')
  if (body === '') return 'keyMissing'
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body)) return 'keyNotBase64'
  const characters = body.replace(/=+$/, '')
  // A cut can leave one character, too little for a byte: such a key is truncated, not malformed base64.
  const whole = characters.length % 4 === 1 ? characters.slice(0, -1) : characters
  return fromBase64(whole) ?? 'keyNotBase64'
}
