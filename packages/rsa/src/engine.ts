// The port beneath RsaUtils: the few operations that need a cryptographic library, bytes in and bytes out.
import type { PrivateKey, PublicKey } from './keys'
import type { Digest } from './signature-forms'

export interface RsaEngine {
  /** The private key of a new pair with public exponent 65537: DER, PKCS#8 or PKCS#1. */
  generate(bits: number): Promise<Uint8Array>
  /** RSASSA-PKCS1-v1_5 over the digest of `data`. */
  sign(digest: Digest, key: PrivateKey, data: Uint8Array): Promise<Uint8Array>
  /** False for any signature that is not exactly right, whatever it looks like. */
  verify(digest: Digest, key: PublicKey, signed: SignedBytes): Promise<boolean>
  /** RSAES-PKCS1-v1_5 with random padding; `message` fits into one block. */
  encryptBlock(key: PublicKey, message: Uint8Array): Promise<Uint8Array>
  /**
   * Bare RSA on one block of the key's size, the padding left on: taking it off in constant time is done once for all
   * engines. Undefined when the block is no ciphertext of this key (not below the modulus).
   */
  decryptBlock(key: PrivateKey, block: Uint8Array): Promise<Uint8Array | undefined>
}

export interface SignedBytes {
  readonly data: Uint8Array
  readonly signature: Uint8Array
}

/** Remembers what was made of a key for as long as the key lives: native forms are dear to make. */
export function perKey<Key extends object, Native>(make: (key: Key) => Native): (key: Key) => Native {
  const made = new WeakMap<Key, Native>()
  return (key) => {
    const native = made.get(key) ?? make(key)
    made.set(key, native)
    return native
  }
}
