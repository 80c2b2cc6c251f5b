// RsaUtils on node:crypto. Whatever computes with a private key, and making keys, happens off the event loop.
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
import { perKey, type RsaEngine } from './engine'
import type { PrivateKey, PublicKey } from './keys'
import { bareDecrypt } from './node/bare-decrypt'
import { createRsaUtils, type RsaUtils } from './rsa-utils'

const base64url = (number: Uint8Array): string => Buffer.from(number).toString('base64url')

// A JWK is the numbers themselves: some fifteen times faster to take in than DER, which OpenSSL tries on every decoder.
const jwkOf = (numbers: object): JsonWebKey => ({
  kty: 'RSA',
  ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, base64url(number)])),
})

const privateKeyObject = perKey((key: PrivateKey) => createPrivateKey({ key: jwkOf(key.numbers()), format: 'jwk' }))
const publicKeyObject = perKey((key: PublicKey) => createPublicKey({ key: jwkOf(key.numbers()), format: 'jwk' }))
const makePair = promisify(generateKeyPair)
const signBytes = promisify(sign)
const verifyBytes = promisify(verify)

const engine: RsaEngine = {
  async generate(bits) {
    const { privateKey } = await makePair('rsa', { modulusLength: bits })
    return privateKey.export({ format: 'der', type: 'pkcs8' })
  },
  async sign(digest, key, data) {
    return signBytes(digest, data, privateKeyObject(key))
  },
  async verify(digest, key, { data, signature }) {
    return verifyBytes(digest, data, publicKeyObject(key), signature)
  },
  // Public exponents are small: 0.02 ms a block, less than any thread would cost.
  async encryptBlock(key, message) {
    return publicEncrypt({ key: publicKeyObject(key), padding: constants.RSA_PKCS1_PADDING }, message)
  },
  async decryptBlock(key, block) {
    return bareDecrypt(privateKeyObject(key), block)
  },
}

/** RsaUtils on node:crypto. Platforms: Node 20.19 and newer. */
export const rsaUtils: RsaUtils = createRsaUtils(engine)
