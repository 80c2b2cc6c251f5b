/**
 * RsaUtils on node-forge, for browsers and workers: pure JavaScript on the caller's thread.
 *
 * @example
 * ```ts
 * import { rsaUtils } from '@local-number/rsa/forge'
 *
 * const signature = await rsaUtils.sign(preSign, privateKey)
 * ```
 *
 * @module
 */
import forge from 'node-forge'
import { fromBinary, fromHex, toBinary, toHex } from './codec'
import { cachePerKey, type RsaEngine } from './engine'
import { RsaError } from './errors'
import type { PrivateKey, PublicKey } from './keys'
import { createRsaUtils, type RsaUtils } from './rsa-utils'
import type { Digest } from './signature-forms'

const toBigInteger = (number: Uint8Array) => new forge.jsbn.BigInteger(toHex(number), 16)

const toForgePrivateKey = cachePerKey((key: PrivateKey) => {
  const { n, e, d, p, q, dp, dq, qi } = key.numbers()
  return forge.pki.rsa.setPrivateKey(
    toBigInteger(n),
    toBigInteger(e),
    toBigInteger(d),
    toBigInteger(p),
    toBigInteger(q),
    toBigInteger(dp),
    toBigInteger(dq),
    toBigInteger(qi),
  )
})

const toForgePublicKey = cachePerKey((key: PublicKey) => {
  const { n, e } = key.numbers()
  return forge.pki.rsa.setPublicKey(toBigInteger(n), toBigInteger(e))
})

// The bytes before the digest in the signed block (RFC 8017 §9.2, note 1). forge's own verification accepts a digest of
// the right length under any algorithm's name; comparing the whole block is exact, like OpenSSL.
const digestInfoPrefix: Readonly<Record<Digest, string>> = {
  md5: '3020300c06082a864886f70d020505000410',
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
}

function createDigestInfo(digest: Digest, data: Uint8Array): string {
  const hashed = forge.md[digest].create().update(toBinary(data)).digest().toHex()
  return toBinary(fromHex(digestInfoPrefix[digest] + hashed) ?? new Uint8Array())
}

// forge silently falls back to Math.random. It blinds private operations with randomness, too.
function requireRandom(): void {
  if (typeof globalThis.crypto?.getRandomValues !== 'function') throw new RsaError('randomUnavailable')
}

/** Lets the page render and respond between two pieces of work. */
const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The part of forge's interface that its types lack. */
interface StepwiseGeneration {
  createKeyPairGenerationState(bits: number, exponent: number): { readonly keys: forge.pki.rsa.KeyPair }
  /** Works for `ms` milliseconds; true when `keys` is ready. */
  stepKeyPairGenerationState(state: object, ms: number): boolean
}

// generateKeyPair with a callback would start web workers from a script that no bundle contains, and wait forever.
const generation = forge.pki.rsa as unknown as StepwiseGeneration

const engine: RsaEngine = {
  async generate(bits) {
    requireRandom()
    const state = generation.createKeyPairGenerationState(bits, 65537)
    while (!generation.stepKeyPairGenerationState(state, 20)) await yieldToEventLoop()
    return fromBinary(forge.asn1.toDer(forge.pki.privateKeyToAsn1(state.keys.privateKey)).getBytes())
  },
  async sign(digest, key, data) {
    requireRandom()
    return fromBinary(toForgePrivateKey(key).sign(createDigestInfo(digest, data), 'NONE'))
  },
  async verify(digest, key, { data, signature }) {
    try {
      return toForgePublicKey(key).verify(createDigestInfo(digest, data), toBinary(signature), 'NONE')
    } catch {
      return false
    }
  },
  async encryptBlock(key, message) {
    requireRandom()
    return fromBinary(toForgePublicKey(key).encrypt(toBinary(message)))
  },
  async decryptBlock(key, block) {
    requireRandom()
    await yieldToEventLoop()
    try {
      return fromBinary(toForgePrivateKey(key).decrypt(toBinary(block), 'RAW'))
    } catch {
      return undefined
    }
  },
}

/**
 * RsaUtils on node-forge. Platforms: browsers and workers; all operations but `verify` require
 * `crypto.getRandomValues`. Making a key pair of 2048 bits takes seconds, a private operation 10 to 40 ms.
 */
export const rsaUtils: RsaUtils = createRsaUtils(engine)
