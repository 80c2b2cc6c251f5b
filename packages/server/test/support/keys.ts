// Keys for one test file, as texts: base64 of DER.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'

export interface TextKeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

function toText({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): TextKeyPair {
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

export const createRsaKeys = (bits = 1024) => toText(generateKeyPairSync('rsa', { modulusLength: bits }))
export const createP256Keys = () => toText(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
export const createEd25519Keys = () => toText(generateKeyPairSync('ed25519'))
