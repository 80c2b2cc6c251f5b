// What a customer has: a key pair, an app with its public half registered, and the signature and encryption of a login.
// Uses only node:crypto, so that the simulator is not tested against itself.
import { constants, createPublicKey, generateKeyPairSync, publicEncrypt, sign } from 'node:crypto'
import { DEMO_APP } from '../../src'

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 })

export const CUSTOMER_PRIVATE_KEY = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
export const CUSTOMER_PUBLIC_KEY = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

export const REGISTERED_APP = { ...DEMO_APP, customerPublicKeys: [CUSTOMER_PUBLIC_KEY] }
export const WXAPPID = DEMO_APP.wxappids[0]

export function signText(text: string, digest = 'md5'): string {
  return sign(digest, Buffer.from(text), pair.privateKey).toString('base64')
}

export function encryptText(text: string, platformPublicKey: string): string {
  const key = createPublicKey({ key: Buffer.from(platformPublicKey, 'base64'), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')
}
