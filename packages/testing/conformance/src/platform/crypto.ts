// The customer's cryptography, with node:crypto alone: the suite shares no code with what it tests.
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

/** Bytes of each block that PKCS#1 v1.5 needs. */
const PADDING_BYTES = 11

/** `RsaUtils.encryptedDataOnJava` (protocol.md §5): blocks of PKCS#1 v1.5, base64. */
export function encrypt(text: string, key: KeyObject): string {
  const bytes = Buffer.from(text, 'utf8')
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8 - PADDING_BYTES
  const blocks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, bytes.subarray(index * size, (index + 1) * size)),
  )
  return Buffer.concat(blocks).toString('base64')
}

/** One block with zeros before the text. Random bytes, as in OAEP, would pass for PKCS#1 v1.5 once in a few hundred. */
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

/** Generates 1024 bits, as `genKeyPair` of the carrier's tool does. */
export function createKeyPair(): Promise<KeyPair> {
  return generate('rsa', { modulusLength: 1024 })
}

/** Returns base64 of X.509 DER, the form that the open platform accepts. */
export function exportPublicKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}

/** Returns base64 of PKCS#8 DER. */
export function exportPrivateKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** @throws Error if the text is not base64 of X.509 DER */
export function parsePublicKey(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
}

/** @throws Error if the text is not base64 of PKCS#8 DER */
export function parseKeyPair(privateKeyText: string): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.from(privateKeyText, 'base64'), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
