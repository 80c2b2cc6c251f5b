// Throw-away keys, created once per test file: base64 of DER.
import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'

function exportKeys({ publicKey, privateKey }: KeyPairKeyObjectResult) {
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

export const CUSTOMER = exportKeys(generateKeyPairSync('rsa', { modulusLength: 1024 }))
export const TICKET = exportKeys(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
