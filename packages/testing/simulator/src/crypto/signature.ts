// Verifies signatures as the platform does: RSA PKCS#1 v1.5 over the text's UTF-8 (protocol.md §2).
import { type KeyObject, verify } from 'node:crypto'
import type { SignatureAlgorithm, SignatureEncoding, SignatureScheme } from '@local-number/simulator-contract'

const DIGESTS: Record<SignatureAlgorithm, string> = { MD5withRSA: 'md5', SHA1withRSA: 'sha1', SHA256withRSA: 'sha256' }

const ENCODINGS: Record<SignatureEncoding, { decode(text: string): Buffer; encode(bytes: Buffer): string }> = {
  base64: { decode: (text) => Buffer.from(text, 'base64'), encode: (bytes) => bytes.toString('base64') },
  hex: { decode: (text) => Buffer.from(text, 'hex'), encode: (bytes) => bytes.toString('hex') },
  HEX: { decode: (text) => Buffer.from(text, 'hex'), encode: (bytes) => bytes.toString('hex').toUpperCase() },
}

export interface VerifyBy extends SignatureScheme {
  readonly key: KeyObject
}

/** Whether `sign` is the key's signature of `text`, in exactly the scheme's encoding. */
export function verifySignature(text: string, sign: string, { key, algorithm, encoding }: VerifyBy): boolean {
  const { decode, encode } = ENCODINGS[encoding]
  const bytes = decode(sign)
  // Buffer.from skips unknown characters: only one spelling of a signature may pass.
  if (encode(bytes) !== sign) return false
  return verify(DIGESTS[algorithm], Buffer.from(text, 'utf8'), key, bytes)
}
