// The app as the open platform knows it: shared by signing and verifying, which use the same customer keys.
import { importPublicKey, type PrivateKey, type PublicKey, type SignatureOptions } from '@local-number/rsa'
import { type CustomerKeys, importCustomerKeys } from './customer-keys'
import type { Md5Case } from './options'

/** The app's id and key with the RSA keys of protocol.md §5. */
export interface AppIdentity {
  readonly appId: string
  readonly appKey: string
  /** Sign the pre-sign of the image edition, and the verify call. */
  readonly customerKeys: CustomerKeys
  /** Encrypts phoneNum. */
  readonly platformPublicKey: PublicKey
  readonly signature: SignatureOptions
  readonly md5Case: Md5Case
}

export interface AppIdentityOptions extends Omit<AppIdentity, 'customerKeys' | 'platformPublicKey'> {
  readonly customerPrivateKey: string | PrivateKey
  readonly otherCustomerPrivateKeys: readonly (string | PrivateKey)[]
  readonly platformPublicKey: string | PublicKey
}

/** @throws RsaError with a `key…` code */
export function importAppIdentity(options: AppIdentityOptions): AppIdentity {
  const { appId, appKey, customerPrivateKey, otherCustomerPrivateKeys, platformPublicKey, signature, md5Case } = options
  return {
    appId,
    appKey,
    customerKeys: importCustomerKeys(customerPrivateKey, otherCustomerPrivateKeys),
    platformPublicKey: importPublicKey(platformPublicKey),
    signature,
    md5Case,
  }
}
