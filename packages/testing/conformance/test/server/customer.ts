// Throw-away keys, made once per test file: base64 of DER.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'

const textOf = ({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }) => ({
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
})

export const CUSTOMER = textOf(generateKeyPairSync('rsa', { modulusLength: 1024 }))
export const TICKET = textOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
