// The customer key pairs. While one replaces the other, an attempt is verified with the pair that signed it, so that
// processes of two generations can serve each other's attempts.
import { createHash } from 'node:crypto'
import { derivePublicKey, importPrivateKey, type PrivateKey } from '@local-number/rsa'

/** In hex digits: enough to tell a few keys apart, and too few for a phone number, which logs would mask. */
const ID_LENGTH = 8

export interface CustomerKey {
  /** The beginning of the SHA-256 of its public half, DER, in hex. */
  readonly id: string
  readonly privateKey: PrivateKey
}

export interface CustomerKeys {
  /** Signs new attempts. */
  readonly signing: CustomerKey
  /** Verify attempts that they signed in other processes. */
  readonly others: readonly CustomerKey[]
}

/** @throws RsaError with a `key…` code */
export function importCustomerKeys(
  signing: string | PrivateKey,
  others: readonly (string | PrivateKey)[] = [],
): CustomerKeys {
  return { signing: importCustomerKey(signing), others: others.map(importCustomerKey) }
}

function importCustomerKey(key: string | PrivateKey): CustomerKey {
  const privateKey = importPrivateKey(key)
  const digest = createHash('sha256')
    .update(Buffer.from(derivePublicKey(privateKey), 'base64'))
    .digest('hex')
  return { id: digest.slice(0, ID_LENGTH), privateKey }
}

/**
 * The key of an attempt; `undefined` if it is not here any more.
 *
 * @param id `undefined` for an attempt of a release that kept none: the signing key's
 */
export function findCustomerKey({ signing, others }: CustomerKeys, id = signing.id): CustomerKey | undefined {
  return [signing, ...others].find((key) => key.id === id)
}
