/**
 * RsaUtils on node:crypto. Making keys and computing with private keys happen off the event loop.
 *
 * @example
 * ```ts
 * import { rsaUtils } from '@local-number/rsa/node'
 *
 * const signature = await rsaUtils.sign(preSign, privateKey) // MD5withRSA, base64
 * ```
 *
 * @module
 */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'
import { cachePerKey, type RsaEngine } from './engine'
import type { PrivateKey, PublicKey } from './keys'
import { decryptBare } from './node/decrypt-bare'
import { createRsaUtils, type RsaUtils } from './rsa-utils'

const toBase64Url = (number: Uint8Array): string => Buffer.from(number).toString('base64url')

// A JWK holds the numbers themselves: about 15 times faster to import than DER, which OpenSSL tries on every decoder.
const toJwk = (numbers: object): JsonWebKey => ({
  kty: 'RSA',
  ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, toBase64Url(number)])),
})

const toPrivateKeyObject = cachePerKey((key: PrivateKey) =>
  createPrivateKey({ key: toJwk(key.numbers()), format: 'jwk' }),
)
const toPublicKeyObject = cachePerKey((key: PublicKey) => createPublicKey({ key: toJwk(key.numbers()), format: 'jwk' }))
const makePair = promisify(generateKeyPair)
const signBytes = promisify(sign)
const verifyBytes = promisify(verify)

const engine: RsaEngine = {
  async generate(bits) {
    const { privateKey } = await makePair('rsa', { modulusLength: bits })
    return privateKey.export({ format: 'der', type: 'pkcs8' })
  },
  async sign(digest, key, data) {
    return signBytes(digest, data, toPrivateKeyObject(key))
  },
  async verify(digest, key, { data, signature }) {
    return verifyBytes(digest, data, toPublicKeyObject(key), signature)
  },
  // Public exponents are small: 0.02 ms per block, less than a thread would cost.
  async encryptBlock(key, message) {
    return publicEncrypt({ key: toPublicKeyObject(key), padding: constants.RSA_PKCS1_PADDING }, message)
  },
  async decryptBlock(key, block) {
    return decryptBare(toPrivateKeyObject(key), block)
  },
}

/** RsaUtils on node:crypto. Platforms: Node 20.19 and newer. */
export const rsaUtils: RsaUtils = createRsaUtils(engine)
