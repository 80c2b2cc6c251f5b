// RsaUtils on node-forge, for where there is no Node: pure JavaScript, on the caller's own thread.
import forge from 'node-forge'
import { fromBinary, fromHex, toBinary, toHex } from './codec'
import { perKey, type RsaEngine } from './engine'
import { RsaError } from './errors'
import type { PrivateKey, PublicKey } from './keys'
import { createRsaUtils, type RsaUtils } from './rsa-utils'
import type { Digest } from './signature-forms'

const big = (number: Uint8Array) => new forge.jsbn.BigInteger(toHex(number), 16)

const forgePrivateKey = perKey((key: PrivateKey) => {
  const { n, e, d, p, q, dp, dq, qi } = key.numbers()
  return forge.pki.rsa.setPrivateKey(big(n), big(e), big(d), big(p), big(q), big(dp), big(dq), big(qi))
})

const forgePublicKey = perKey((key: PublicKey) => {
  const { n, e } = key.numbers()
  return forge.pki.rsa.setPublicKey(big(n), big(e))
})

// What stands before the digest in the signed block (RFC 8017 §9.2, note 1). forge's own verification takes a digest of
// the right length under any algorithm's name; comparing the whole block is exact, as OpenSSL's is.
const digestInfoPrefix: Readonly<Record<Digest, string>> = {
  md5: '3020300c06082a864886f70d020505000410',
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
}

function digestInfo(digest: Digest, data: Uint8Array): string {
  const hashed = forge.md[digest].create().update(toBinary(data)).digest().toHex()
  return toBinary(fromHex(digestInfoPrefix[digest] + hashed) ?? new Uint8Array())
}

// forge falls back to Math.random without a word. It blinds private operations with randomness, too.
function requireRandom(): void {
  if (typeof globalThis.crypto?.getRandomValues !== 'function') throw new RsaError('randomUnavailable')
}

/** Lets the page paint and answer between two pieces of work. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The part of forge's interface that its types leave out. */
interface StepwiseGeneration {
  createKeyPairGenerationState(bits: number, exponent: number): { readonly keys: forge.pki.rsa.KeyPair }
  /** Works for so many milliseconds; true when `keys` is there. */
  stepKeyPairGenerationState(state: object, ms: number): boolean
}

// generateKeyPair with a callback would start web workers from a script that no bundle holds, and wait for ever.
const generation = forge.pki.rsa as unknown as StepwiseGeneration

const engine: RsaEngine = {
  async generate(bits) {
    requireRandom()
    const state = generation.createKeyPairGenerationState(bits, 65537)
    while (!generation.stepKeyPairGenerationState(state, 20)) await nextTurn()
    return fromBinary(forge.asn1.toDer(forge.pki.privateKeyToAsn1(state.keys.privateKey)).getBytes())
  },
  async sign(digest, key, data) {
    requireRandom()
    return fromBinary(forgePrivateKey(key).sign(digestInfo(digest, data), 'NONE'))
  },
  async verify(digest, key, { data, signature }) {
    try {
      return forgePublicKey(key).verify(digestInfo(digest, data), toBinary(signature), 'NONE')
    } catch {
      return false
    }
  },
  async encryptBlock(key, message) {
    requireRandom()
    return fromBinary(forgePublicKey(key).encrypt(toBinary(message)))
  },
  async decryptBlock(key, block) {
    requireRandom()
    await nextTurn()
    try {
      return fromBinary(forgePrivateKey(key).decrypt(toBinary(block), 'RAW'))
    } catch {
      return undefined
    }
  },
}

/**
 * RsaUtils on node-forge. Platforms: browsers and workers (`crypto.getRandomValues` is required for everything but
 * `verify`). Key pairs of 2048 bits take seconds, a private operation some 10 to 40 ms.
 */
export const rsaUtils: RsaUtils = createRsaUtils(engine)
