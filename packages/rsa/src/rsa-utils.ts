// RsaUtils over any engine: defaults, encodings, block splitting and errors are the same whatever computes beneath.
import { concat, fromBase64, fromUtf8, toBase64, toUtf8 } from './codec'
import type { RsaEngine } from './engine'
import { RsaError } from './errors'
import {
  getPrivateKey,
  getPublicKey,
  importPrivateKey,
  importPublicKey,
  type KeyPair,
  type PrivateKey,
  type PublicKey,
  pairOf,
} from './keys'
import { blockSize, split, splitToFit, unpad } from './padding'
import { digests, encodings, type SignatureAlgorithm, type SignatureEncoding } from './signature-forms'

export interface KeyPairOptions {
  /** 1024 by default, as the carrier's class makes them; 2048 and more where the carrier's portal takes it. */
  bits?: 1024 | 2048 | 3072 | 4096
}

export interface SignatureOptions {
  /** MD5withRSA by default, as the carrier's class signs. */
  algorithm?: SignatureAlgorithm
  /** base64 by default. `hex` and `HEX` differ in what `sign` writes; `verify` reads either case. */
  encoding?: SignatureEncoding
}

export interface Signed {
  data: string
  signature: string
  publicKey: string | PublicKey
}

/**
 * What the carrier's RsaUtils class does. Keys are base64 DER or PEM, with any white space, or imported ones; texts are
 * UTF-8. Every promise may reject with an RsaError: a `key…` code where the key is at fault, `unknownAlgorithm` and
 * `unknownEncoding` for options outside their types, and what is named with each operation.
 */
export interface RsaUtils {
  /** A new key pair. Codes: `keySizeUnknown`, `randomUnavailable` (forge). */
  genKeyPair(options?: KeyPairOptions): Promise<KeyPair>
  /** Base64 DER, X.509 SubjectPublicKeyInfo: what the carrier's portal is given. */
  getPublicKey(pair: KeyPair): string
  /** Base64 DER, PKCS#8: a secret. */
  getPrivateKey(pair: KeyPair): string
  /** Deterministic: the same text and key give the same signature in every engine. Code: `textNotUnicode`. */
  sign(data: string, privateKey: string | PrivateKey, options?: SignatureOptions): Promise<string>
  /** False for a wrong or malformed signature; rejects only when the key or the options are unusable. */
  verify(signed: Signed, options?: SignatureOptions): Promise<boolean>
  /**
   * PKCS#1 v1.5, base64; a text longer than one block (key bytes − 11) becomes several. An empty text is one block.
   * Codes: `textNotUnicode`, `randomUnavailable` (forge).
   */
  encrypt(text: string, publicKey: string | PublicKey): Promise<string>
  /**
   * The other direction. Whatever is wrong with the ciphertext, the error is the same: `decryptionFailed`. Do not tell
   * a stranger that decryption failed: any answer that does so helps to decrypt (Bleichenbacher).
   */
  decrypt(ciphertext: string, privateKey: string | PrivateKey): Promise<string>
}

const keySizes: readonly unknown[] = [1024, 2048, 3072, 4096]

function formOf({ algorithm = 'MD5withRSA', encoding = 'base64' }: SignatureOptions) {
  if (!Object.hasOwn(digests, algorithm)) throw new RsaError('unknownAlgorithm')
  if (!Object.hasOwn(encodings, encoding)) throw new RsaError('unknownEncoding')
  return { digest: digests[algorithm], encoding: encodings[encoding] }
}

function bytesOf(text: string): Uint8Array {
  const bytes = toUtf8(text)
  if (!bytes) throw new RsaError('textNotUnicode')
  return bytes
}

/** RsaUtils on the given engine; ready-made ones are in `@local-number/rsa/node` and `@local-number/rsa/forge`. */
export function createRsaUtils(engine: RsaEngine): RsaUtils {
  return {
    getPublicKey,
    getPrivateKey,

    async genKeyPair({ bits = 1024 } = {}) {
      if (!keySizes.includes(bits)) throw new RsaError('keySizeUnknown')
      return pairOf(importPrivateKey(toBase64(await engine.generate(bits))))
    },

    async sign(data, privateKey, options = {}) {
      const { digest, encoding } = formOf(options)
      return encoding.write(await engine.sign(digest, importPrivateKey(privateKey), bytesOf(data)))
    },

    async verify({ data, signature, publicKey }, options = {}) {
      const { digest, encoding } = formOf(options)
      const key = importPublicKey(publicKey)
      const signed = { data: toUtf8(data), signature: encoding.read(signature) }
      if (!signed.data || !signed.signature) return false
      return engine.verify(digest, key, { data: signed.data, signature: signed.signature })
    },

    async encrypt(text, publicKey) {
      const key = importPublicKey(publicKey)
      const pieces = splitToFit(bytesOf(text), key.bits)
      return toBase64(concat(await Promise.all(pieces.map((piece) => engine.encryptBlock(key, piece)))))
    },

    async decrypt(ciphertext, privateKey) {
      const key = importPrivateKey(privateKey)
      const size = blockSize(key.bits)
      const pieces = split(fromBase64(ciphertext) ?? new Uint8Array(), size)
      const blocks = await Promise.all(
        pieces.map(async (piece) => (piece.length === size ? await engine.decryptBlock(key, piece) : undefined)),
      )
      return textIn(blocks, size)
    },
  }
}

/**
 * Joins what the blocks hold. All of them are unpadded and read as UTF-8 before anything is judged, so that a wrong
 * padding takes the same path as a right one with bytes behind it that are no text.
 */
function textIn(blocks: readonly (Uint8Array | undefined)[], size: number): string {
  const unpadded = blocks.map((block) => unpad(block ?? new Uint8Array(size)))
  const text = fromUtf8(concat(unpadded.map(({ message }) => message)))
  if (text === undefined || unpadded.some(({ valid }) => valid === 0)) throw new RsaError('decryptionFailed')
  return text
}
