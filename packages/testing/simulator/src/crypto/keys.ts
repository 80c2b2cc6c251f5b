// Keys as the open platform shows them: base64 of DER without PEM lines (protocol.md §5).
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { KeyBits } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'

/**
 * @param text base64 of an X.509 SubjectPublicKeyInfo
 * @param name what the key is called in the error, which never contains the key
 * @throws SimulatorError `keyMalformed`
 */
export function parsePublicKey(text: string, name: string): KeyObject {
  return parseRsaKey(name, () => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }))
}

/**
 * @param text base64 of a PKCS#8 PrivateKeyInfo
 * @param name what the key is called in the error, which never contains the key
 * @throws SimulatorError `keyMalformed`
 */
export function parsePrivateKey(text: string, name: string): KeyObject {
  return parseRsaKey(name, () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }))
}

export function generatePrivateKey(bits: KeyBits): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey
}

/** @returns base64 of PKCS#8 DER */
export function exportPrivateKey(privateKey: KeyObject): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** The public half of a private key. @returns base64 of X.509 DER */
export function exportPublicKey(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
}

export function getKeyBits(key: KeyObject): KeyBits {
  return key.asymmetricKeyDetails?.modulusLength as KeyBits
}

/** Names a public key: 16 hex digits of the SHA-256 of its DER. */
export function toFingerprint(publicKey: KeyObject): string {
  const der = publicKey.export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

function parseRsaKey(name: string, parse: () => KeyObject): KeyObject {
  try {
    const key = parse()
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // The library's own message may quote the key.
  }
  throw new SimulatorError('keyMalformed', `${name} is not an RSA key: give the base64 of its DER, without PEM lines`)
}
