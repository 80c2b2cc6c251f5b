// A key pair for a customer who does not have one yet: the demo's.
import type { KeyObject } from 'node:crypto'
import { exportPrivateKey, exportPublicKey, generatePrivateKey } from './keys'

/** Both halves as the open platform shows keys: base64 of PKCS#8 and X.509 DER. */
export interface CustomerKeys {
  readonly privateKey: string
  readonly publicKey: string
}

/** The size that the carrier's tool makes. */
export const CUSTOMER_KEY_BITS = 1024

export function generateCustomerKeys(): CustomerKeys {
  return toCustomerKeys(generatePrivateKey(CUSTOMER_KEY_BITS))
}

export function toCustomerKeys(key: KeyObject): CustomerKeys {
  return { privateKey: exportPrivateKey(key), publicKey: exportPublicKey(key) }
}
