/**
 * Keys, types and errors, and RsaUtils over an engine of your choice. This entry needs neither Node nor a cryptographic
 * library.
 *
 * @example
 * ```ts
 * import { keysMatch } from '@local-number/rsa'
 *
 * if (!keysMatch(privateKey, registeredPublicKey)) console.error('every signature would be refused (130018)')
 * ```
 *
 * @module
 */
export type { RsaEngine, SignedBytes } from './engine'
export { type KeyRole, RsaError, type RsaErrorCode } from './errors'
export { type KeyBlock, readKeyText } from './key-text'
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
