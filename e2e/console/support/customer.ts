// A customer of the open platform: a key pair, signatures and encrypted numbers. It uses only node:crypto, so that it
// shares no code with the simulator.
import { constants, createPublicKey, generateKeyPairSync, type KeyObject, publicEncrypt, sign } from 'node:crypto'

const BITS = 1024

export interface Customer {
  /** Base64 of X.509 DER, as it is registered. */
  readonly publicKey: string
  /** MD5withRSA, base64. */
  sign(text: string): string
}

export function createCustomer(): Customer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: BITS })
  return {
    publicKey: toDer(publicKey),
    sign: (text) => sign('md5', Buffer.from(text), privateKey).toString('base64'),
  }
}

export function encrypt(text: string, platformPublicKey: string): string {
  const key = createPublicKey({ key: Buffer.from(platformPublicKey, 'base64'), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')
}

function toDer(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}
