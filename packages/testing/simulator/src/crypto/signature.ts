// Checks signatures the way the platform does: RSA PKCS#1 v1.5 over the text's UTF-8 (protocol.md §2).
import { type KeyObject, verify } from 'node:crypto'
import type { SignatureAlgorithm, SignatureEncoding, SignatureScheme } from '@local-number/simulator-contract'

const DIGESTS: Record<SignatureAlgorithm, string> = { MD5withRSA: 'md5', SHA1withRSA: 'sha1', SHA256withRSA: 'sha256' }

const SPELLINGS: Record<SignatureEncoding, { read(text: string): Buffer; write(bytes: Buffer): string }> = {
  base64: { read: (text) => Buffer.from(text, 'base64'), write: (bytes) => bytes.toString('base64') },
  hex: { read: (text) => Buffer.from(text, 'hex'), write: (bytes) => bytes.toString('hex') },
  HEX: { read: (text) => Buffer.from(text, 'hex'), write: (bytes) => bytes.toString('hex').toUpperCase() },
}

/** Whether `sign` is the key's signature of `text`, written exactly as the scheme writes it. */
export function isSignatureOf(text: string, sign: string, by: SignatureScheme & { readonly key: KeyObject }): boolean {
  const spelling = SPELLINGS[by.encoding]
  const bytes = spelling.read(sign)
  // Buffer.from skips what it does not understand: two spellings of one signature are one too many.
  if (spelling.write(bytes) !== sign) return false
  return verify(DIGESTS[by.algorithm], Buffer.from(text, 'utf8'), by.key, bytes)
}
