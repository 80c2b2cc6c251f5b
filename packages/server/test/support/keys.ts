// Throw-away keys, made once per test file, as texts: base64 of DER.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'

export interface TextKeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

function asText({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): TextKeyPair {
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

export const rsaKeys = (bits = 1024) => asText(generateKeyPairSync('rsa', { modulusLength: bits }))
export const p256Keys = () => asText(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
export const ed25519Keys = () => asText(generateKeyPairSync('ed25519'))
