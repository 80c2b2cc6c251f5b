// RsaUtils over any engine: defaults, encodings, block splitting and errors do not depend on the engine.
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
  toKeyPair,
} from './keys'
import { getBlockSize, split, splitToFit, unpad } from './padding'
import { digests, encodings, type SignatureAlgorithm, type SignatureEncoding } from './signature-forms'

export interface KeyPairOptions {
  /**
   * Size in bits: 1024 as in the carrier's class, or more if the open platform accepts it.
   *
   * @default 1024
   */
  bits?: 1024 | 2048 | 3072 | 4096
}

export interface SignatureOptions {
  /**
   * MD5withRSA as in the carrier's class, or another one that an interface requires.
   *
   * @default 'MD5withRSA'
   */
  algorithm?: SignatureAlgorithm
  /**
   * How `sign` writes the signature. `verify` reads hex in both cases.
   *
   * @default 'base64'
   */
  encoding?: SignatureEncoding
}

export interface Signed {
  data: string
  signature: string
  publicKey: string | PublicKey
}

/**
 * The functions of the carrier's RsaUtils class. Keys are texts in any form that `importPrivateKey` and
 * `importPublicKey` read, or imported keys; signatures and ciphertexts are read as base64 and base64url; texts are
 * UTF-8. Every promise may reject with an RsaError: a `key…` code for a faulty key, `unknownAlgorithm` and
 * `unknownEncoding` for options outside their types, and the codes named with each operation.
 */
export interface RsaUtils {
  /** Makes a new key pair. Codes: `keySizeUnknown`, `randomUnavailable` (forge). */
  genKeyPair(options?: KeyPairOptions): Promise<KeyPair>
  /** Base64 DER, X.509 SubjectPublicKeyInfo: the form that the open platform accepts. */
  getPublicKey(pair: KeyPair): string
  /** Base64 DER, PKCS#8: a secret. */
  getPrivateKey(pair: KeyPair): string
  /** Deterministic: text and key decide the signature, in every engine. Code: `textNotUnicode`. */
  sign(data: string, privateKey: string | PrivateKey, options?: SignatureOptions): Promise<string>
  /** False for a wrong or malformed signature; rejects only when the key or the options are unusable. */
  verify(signed: Signed, options?: SignatureOptions): Promise<boolean>
  /**
   * PKCS#1 v1.5, base64. A text longer than one block (key bytes − 11) becomes several; an empty text is one block.
   * Codes: `textNotUnicode`, `randomUnavailable` (forge).
   */
  encrypt(text: string, publicKey: string | PublicKey): Promise<string>
  /**
   * Reverses `encrypt`. Every fault of the ciphertext gives the same error, `decryptionFailed`. Never tell a client
   * that decryption failed: an answer that reveals it helps to decrypt (Bleichenbacher).
   */
  decrypt(ciphertext: string, privateKey: string | PrivateKey): Promise<string>
}

const keySizes: readonly unknown[] = [1024, 2048, 3072, 4096]

function resolveForms({ algorithm = 'MD5withRSA', encoding = 'base64' }: SignatureOptions) {
  if (!Object.hasOwn(digests, algorithm)) throw new RsaError('unknownAlgorithm')
  if (!Object.hasOwn(encodings, encoding)) throw new RsaError('unknownEncoding')
  return { digest: digests[algorithm], encoding: encodings[encoding] }
}

function encodeText(text: string): Uint8Array {
  const bytes = toUtf8(text)
  if (!bytes) throw new RsaError('textNotUnicode')
  return bytes
}

/** Creates RsaUtils on an engine; `@local-number/rsa/node` and `@local-number/rsa/forge` bring theirs. */
export function createRsaUtils(engine: RsaEngine): RsaUtils {
  return {
    getPublicKey,
    getPrivateKey,

    async genKeyPair({ bits = 1024 } = {}) {
      if (!keySizes.includes(bits)) throw new RsaError('keySizeUnknown')
      return toKeyPair(importPrivateKey(toBase64(await engine.generate(bits))))
    },

    async sign(data, privateKey, options = {}) {
      const { digest, encoding } = resolveForms(options)
      return encoding.write(await engine.sign(digest, importPrivateKey(privateKey), encodeText(data)))
    },

    async verify({ data, signature, publicKey }, options = {}) {
      const { digest, encoding } = resolveForms(options)
      const key = importPublicKey(publicKey)
      const signed = { data: toUtf8(data), signature: encoding.read(signature) }
      if (!signed.data || !signed.signature) return false
      return engine.verify(digest, key, { data: signed.data, signature: signed.signature })
    },

    async encrypt(text, publicKey) {
      const key = importPublicKey(publicKey)
      const pieces = splitToFit(encodeText(text), key.bits)
      return toBase64(concat(await Promise.all(pieces.map((piece) => engine.encryptBlock(key, piece)))))
    },

    async decrypt(ciphertext, privateKey) {
      const key = importPrivateKey(privateKey)
      const size = getBlockSize(key.bits)
      const pieces = split(fromBase64(ciphertext) ?? new Uint8Array(), size)
      const blocks = await Promise.all(
        pieces.map(async (piece) => (piece.length === size ? await engine.decryptBlock(key, piece) : undefined)),
      )
      return decodeBlocks(blocks, size)
    },
  }
}

/**
 * Joins the messages of the blocks. All of them are unpadded and read as UTF-8 before any fault is reported, so that a
 * wrong padding takes the same path as a right one in front of bytes that are not text.
 */
function decodeBlocks(blocks: readonly (Uint8Array | undefined)[], size: number): string {
  const unpadded = blocks.map((block) => unpad(block ?? new Uint8Array(size)))
  const text = fromUtf8(concat(unpadded.map(({ message }) => message)))
  if (text === undefined || unpadded.some(({ valid }) => valid === 0)) throw new RsaError('decryptionFailed')
  return text
}
