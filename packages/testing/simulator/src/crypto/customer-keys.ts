// The key pair of a customer who has none yet: the demo's.
import type { KeyObject } from 'node:crypto'
import { generatePrivateKey, privateKeyText, publicKeyText } from './keys'

/** Both halves as the open platform shows keys: base64 of PKCS#8 and X.509 DER. */
export interface CustomerKeys {
  readonly privateKey: string
  readonly publicKey: string
}

/** The size that the carrier's tool makes. */
export const CUSTOMER_KEY_BITS = 1024

export function newCustomerKeys(): CustomerKeys {
  return customerKeysOf(generatePrivateKey(CUSTOMER_KEY_BITS))
}

export function customerKeysOf(key: KeyObject): CustomerKeys {
  return { privateKey: privateKeyText(key), publicKey: publicKeyText(key) }
}
