// The app of all benches: its keys and ids, for our server and for the baselines.
import { generateKeyPairSync } from 'node:crypto'

export const APP_ID = '300011877495'
export const APP_KEY = 'B50BBEF6C4CD4FA8A1B2C3D4E5F60718'

export type Bits = 1024 | 2048

/** As texts, so that they can be passed to processes. */
export interface Keys {
  /** RSA, PKCS#8 as base64 of DER. */
  readonly customerPrivateKey: string
  /** RSA, X.509 as base64 of DER. */
  readonly platformPublicKey: string
  /** P-256, PKCS#8 as base64 of DER. */
  readonly ticketPrivateKey: string
}

export function createKeys(bits: Bits): Keys {
  const customer = generateKeyPairSync('rsa', { modulusLength: bits })
  const platform = generateKeyPairSync('rsa', { modulusLength: bits })
  const ticket = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    customerPrivateKey: customer.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    platformPublicKey: platform.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ticketPrivateKey: ticket.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}
