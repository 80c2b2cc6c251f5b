// The customer's side of the cryptography, of node:crypto alone: a judge shares no code with whom it judges.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  publicEncrypt,
  sign as signBytes,
} from 'node:crypto'
import { promisify } from 'node:util'

export interface Scheme {
  readonly digest: 'md5' | 'sha1' | 'sha256'
  readonly encoding: 'base64' | 'hex' | 'HEX'
}

/** `RsaUtils.sign` (protocol.md §2). */
export const RSA_UTILS: Scheme = { digest: 'md5', encoding: 'base64' }

export function sign(text: string, key: KeyObject, { digest, encoding } = RSA_UTILS): string {
  const bytes = signBytes(digest, Buffer.from(text, 'utf8'), key)
  return encoding === 'HEX' ? bytes.toString('hex').toUpperCase() : bytes.toString(encoding)
}

/** PKCS#1 v1.5 takes this much of every block. */
const PADDING = 11

/** `RsaUtils.encryptedDataOnJava` (protocol.md §5): blocks of PKCS#1 v1.5, base64. */
export function encrypt(text: string, key: KeyObject): string {
  const bytes = Buffer.from(text, 'utf8')
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8 - PADDING
  const blocks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, bytes.subarray(index * size, (index + 1) * size)),
  )
  return Buffer.concat(blocks).toString('base64')
}

/** One block, zeros before the text. Of OAEP's random bytes one block in some hundreds would pass for PKCS#1 v1.5. */
export function encryptUnpadded(text: string, key: KeyObject): string {
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const block = Buffer.alloc(size)
  block.write(text, size - Buffer.byteLength(text))
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block).toString('base64')
}

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const generate = promisify(generateKeyPair)

/** 1024 bits, as `genKeyPair` of the carrier's tool. */
export function newKeyPair(): Promise<KeyPair> {
  return generate('rsa', { modulusLength: 1024 })
}

/** Base64 of X.509 DER, as the open platform wants it. */
export function publicKeyText(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}

/** Base64 of PKCS#8 DER. */
export function privateKeyText(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** @throws Error when this is no base64 of X.509 DER */
export function readPublicKey(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
}

/** @throws Error when this is no base64 of PKCS#8 DER */
export function readKeyPair(privateKeyText: string): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.from(privateKeyText, 'base64'), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
