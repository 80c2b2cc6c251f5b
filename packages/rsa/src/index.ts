// Keys, types and errors, and RsaUtils over an engine of your choice. Nothing here needs Node or a cryptographic library.
export type { RsaEngine, SignedBytes } from './engine'
export { type KeyRole, RsaError, type RsaErrorCode } from './errors'
export {
  derivePublicKey,
  importPrivateKey,
  importPublicKey,
  type KeyPair,
  keysMatch,
  type PrivateKey,
  type PublicKey,
} from './keys'
export type { PrivateNumbers, PublicNumbers } from './numbers'
export { createRsaUtils, type KeyPairOptions, type RsaUtils, type SignatureOptions, type Signed } from './rsa-utils'
export type { Digest, SignatureAlgorithm, SignatureEncoding } from './signature-forms'
