// What a customer has: a key pair, an app filed with its public half, and the two signatures of a login.
// Written with node:crypto alone, so that the simulator is tested against something that is not itself.
import { constants, createPublicKey, generateKeyPairSync, publicEncrypt, sign } from 'node:crypto'
import { DEMO_APP } from '../../src'

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 })

export const CUSTOMER_PRIVATE_KEY = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
export const CUSTOMER_PUBLIC_KEY = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

export const FILED_APP = { ...DEMO_APP, customerPublicKeys: [CUSTOMER_PUBLIC_KEY] }
export const WXAPPID = DEMO_APP.wxappids[0]

export function signed(text: string, digest = 'md5'): string {
  return sign(digest, Buffer.from(text), pair.privateKey).toString('base64')
}

export function encrypted(text: string, platformPublicKey: string): string {
  const key = createPublicKey({ key: Buffer.from(platformPublicKey, 'base64'), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')
}
