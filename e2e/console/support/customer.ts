// A customer of the open platform: a key pair, and what its server signs and encrypts. Written with node:crypto alone, so
// that the simulator is asked by something that shares no code with it.
import { constants, createPublicKey, generateKeyPairSync, type KeyObject, publicEncrypt, sign } from 'node:crypto'

const BITS = 1024

export interface Customer {
  /** Base64 of X.509 DER, as it is filed. */
  readonly publicKey: string
  /** MD5withRSA, base64. */
  signed(text: string): string
}

export function newCustomer(): Customer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: BITS })
  return {
    publicKey: derOf(publicKey),
    signed: (text) => sign('md5', Buffer.from(text), privateKey).toString('base64'),
  }
}

export function encrypted(text: string, platformPublicKey: string): string {
  const key = createPublicKey({ key: Buffer.from(platformPublicKey, 'base64'), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')
}

function derOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}
