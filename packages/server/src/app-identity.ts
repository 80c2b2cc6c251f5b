// The app as the open platform knows it: shared by signing and verifying, which use the same customer key.
import {
  importPrivateKey,
  importPublicKey,
  type PrivateKey,
  type PublicKey,
  type SignatureOptions,
} from '@local-number/rsa'
import type { Md5Case } from './options'

/** The app's id and key with the two RSA keys of protocol.md §5. */
export interface AppIdentity {
  readonly appId: string
  readonly appKey: string
  /** Signs the pre-sign of the image edition, and the verify call. */
  readonly customerPrivateKey: PrivateKey
  /** Encrypts phoneNum. */
  readonly platformPublicKey: PublicKey
  readonly signature: SignatureOptions
  readonly md5Case: Md5Case
}

export interface AppIdentityOptions extends Omit<AppIdentity, 'customerPrivateKey' | 'platformPublicKey'> {
  readonly customerPrivateKey: string | PrivateKey
  readonly platformPublicKey: string | PublicKey
}

/** @throws RsaError with a `key…` code */
export function importAppIdentity(options: AppIdentityOptions): AppIdentity {
  const { appId, appKey, customerPrivateKey, platformPublicKey, signature, md5Case } = options
  return {
    appId,
    appKey,
    customerPrivateKey: importPrivateKey(customerPrivateKey),
    platformPublicKey: importPublicKey(platformPublicKey),
    signature,
    md5Case,
  }
}
