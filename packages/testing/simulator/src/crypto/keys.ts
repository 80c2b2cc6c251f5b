// Keys as the open platform shows them: base64 of DER without PEM lines (protocol.md §5).
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { KeyBits } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'

/**
 * @param text base64 of an X.509 SubjectPublicKeyInfo
 * @throws SimulatorError `keyMalformed`, naming `what` and never the key
 */
export function readPublicKey(text: string, what: string): KeyObject {
  return rsaKey(what, () => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }))
}

/**
 * @param text base64 of a PKCS#8 PrivateKeyInfo
 * @throws SimulatorError `keyMalformed`, naming `what` and never the key
 */
export function readPrivateKey(text: string, what: string): KeyObject {
  return rsaKey(what, () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }))
}

export function generatePrivateKey(bits: KeyBits): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey
}

/** A private key as base64 of PKCS#8 DER. */
export function privateKeyText(privateKey: KeyObject): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** The public half of a private key, as base64 of X.509 DER. */
export function publicKeyText(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
}

export function keyBits(key: KeyObject): KeyBits {
  return key.asymmetricKeyDetails?.modulusLength as KeyBits
}

/** Names a public key: 16 hex digits of the SHA-256 of its DER. */
export function fingerprint(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

function rsaKey(what: string, read: () => KeyObject): KeyObject {
  const malformed = new SimulatorError(
    'keyMalformed',
    `${what} is not an RSA key: give the base64 of its DER, without PEM lines`,
  )
  try {
    const key = read()
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // The library's own message may quote the key.
  }
  throw malformed
}
