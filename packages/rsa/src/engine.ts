// The port of RsaUtils: the few operations that need a cryptographic library, from bytes to bytes.
import type { PrivateKey, PublicKey } from './keys'
import type { Digest } from './signature-forms'

export interface RsaEngine {
  /** The private key of a new pair with public exponent 65537: DER, PKCS#8 or PKCS#1. */
  generate(bits: number): Promise<Uint8Array>
  /** RSASSA-PKCS1-v1_5 over the digest of `data`. */
  sign(digest: Digest, key: PrivateKey, data: Uint8Array): Promise<Uint8Array>
  /** False for any signature that is not exactly right. */
  verify(digest: Digest, key: PublicKey, signed: SignedBytes): Promise<boolean>
  /** RSAES-PKCS1-v1_5 with random padding; `message` fits into one block. */
  encryptBlock(key: PublicKey, message: Uint8Array): Promise<Uint8Array>
  /**
   * Bare RSA on one block of the key's size; the padding stays, since one constant-time function removes it for all
   * engines. Undefined when the block cannot be a ciphertext of this key, because it is not below the modulus.
   */
  decryptBlock(key: PrivateKey, block: Uint8Array): Promise<Uint8Array | undefined>
}

export interface SignedBytes {
  readonly data: Uint8Array
  readonly signature: Uint8Array
}

/** Caches the native form of a key, which is expensive to create, for as long as the key exists. */
export function cachePerKey<Key extends object, Native>(create: (key: Key) => Native): (key: Key) => Native {
  const cache = new WeakMap<Key, Native>()
  return (key) => {
    const native = cache.get(key) ?? create(key)
    cache.set(key, native)
    return native
  }
}
