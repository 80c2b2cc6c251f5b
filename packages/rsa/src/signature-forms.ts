// The forms of a signature: which digest is signed, and how the result is written.
import { fromBase64, fromHex, toBase64, toHex } from './codec'

/** Java's names for RSASSA-PKCS1-v1_5 signatures. */
export type SignatureAlgorithm = 'MD5withRSA' | 'SHA1withRSA' | 'SHA256withRSA'

/** How a signature is written: base64, lower-case or upper-case hex. */
export type SignatureEncoding = 'base64' | 'hex' | 'HEX'

export type Digest = 'md5' | 'sha1' | 'sha256'

export const digests: Readonly<Record<SignatureAlgorithm, Digest>> = {
  MD5withRSA: 'md5',
  SHA1withRSA: 'sha1',
  SHA256withRSA: 'sha256',
}

interface Encoding {
  write(signature: Uint8Array): string
  /** Undefined for a text that is not in this encoding. */
  read(text: string): Uint8Array | undefined
}

export const encodings: Readonly<Record<SignatureEncoding, Encoding>> = {
  base64: { write: toBase64, read: fromBase64 },
  hex: { write: toHex, read: fromHex },
  HEX: { write: (signature) => toHex(signature).toUpperCase(), read: fromHex },
}
