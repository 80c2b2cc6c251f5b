// Keys as the package uses them: parsed and validated once, and hiding their numbers from logs.
import { toBase64, toHex } from './codec'
import { type KeyRole, RsaError, type RsaErrorCode } from './errors'
import { chooseKey } from './key-choice'
import { writePrivateDer, writePublicDer } from './key-der'
import { readKeyText } from './key-text'
import { countBits, findPrivateFault, findPublicFault, type PrivateNumbers, type PublicNumbers } from './numbers'

/** An imported private key. Logging or serializing it shows its size only. */
export interface PrivateKey {
  readonly kind: 'private'
  /** Bits of the modulus, 1024 or more. */
  readonly bits: number
  /** For engines: the key material itself. */
  numbers(): PrivateNumbers
}

/** An imported public key. */
export interface PublicKey {
  readonly kind: 'public'
  /** Bits of the modulus, 1024 or more. */
  readonly bits: number
  /** For engines. */
  numbers(): PublicNumbers
}

/** The result of genKeyPair; getPublicKey and getPrivateKey return its halves as text. */
export interface KeyPair {
  readonly publicKey: PublicKey
  readonly privateKey: PrivateKey
}

// A closure, not a field: neither JSON.stringify nor a logger reaches its contents.
const toPrivateKey = (numbers: PrivateNumbers): PrivateKey =>
  Object.freeze({ kind: 'private', bits: countBits(numbers.n), numbers: () => numbers })

const toPublicKey = ({ n, e }: PublicNumbers): PublicKey =>
  Object.freeze({ kind: 'public', bits: countBits(n), numbers: () => ({ n, e }) })

export const toKeyPair = (privateKey: PrivateKey): KeyPair => ({
  privateKey,
  publicKey: toPublicKey(privateKey.numbers()),
})

function refuse(fault: RsaErrorCode | undefined, role: KeyRole): void {
  if (fault) throw new RsaError(fault, role)
}

/**
 * Parses and validates a private key: PKCS#8 or PKCS#1 as base64 or base64url of DER or as PEM, .NET's RSAKeyValue XML,
 * or a JWK. Other PEM blocks may stand around it, and quotes, `\\n` for line ends, and white space do no harm. Import a
 * key that signs often once, and pass the result on: every engine caches the native form for as long as this object
 * exists.
 *
 * @throws RsaError with a `key…` code
 */
export function importPrivateKey(key: string | PrivateKey): PrivateKey {
  if (typeof key === 'object' && key?.kind === 'private') return key
  const numbers = chooseKey(readKeyText(key), 'private key')
  refuse(findPrivateFault(numbers), 'private key')
  return toPrivateKey(numbers)
}

/**
 * Parses and validates a public key: X.509 SubjectPublicKeyInfo or PKCS#1 in the same texts as a private key, or the
 * key in a certificate, whose validity is not checked.
 *
 * @throws RsaError with a `key…` code
 */
export function importPublicKey(key: string | PublicKey): PublicKey {
  if (typeof key === 'object' && key?.kind === 'public') return key
  const numbers = chooseKey(readKeyText(key), 'public key')
  refuse(findPublicFault(numbers), 'public key')
  return toPublicKey(numbers)
}

/** Base64 DER, X.509 SubjectPublicKeyInfo: the form that the open platform accepts. */
export const getPublicKey = ({ publicKey }: KeyPair): string => toBase64(writePublicDer(publicKey.numbers()))

/** Base64 DER, PKCS#8: a secret. */
export const getPrivateKey = ({ privateKey }: KeyPair): string => toBase64(writePrivateDer(privateKey.numbers()))

/**
 * Derives the public half of a private key: base64 DER, X.509 SubjectPublicKeyInfo.
 *
 * @throws RsaError with a `key…` code
 */
export const derivePublicKey = (privateKey: string | PrivateKey): string =>
  getPublicKey(toKeyPair(importPrivateKey(privateKey)))

/**
 * Whether both are halves of one pair. A private key that does not belong to the public key registered on the open
 * platform is the most common cause of 130018.
 *
 * @throws RsaError with a `key…` code
 */
export function keysMatch(privateKey: string | PrivateKey, publicKey: string | PublicKey): boolean {
  const [mine, theirs] = [importPrivateKey(privateKey).numbers(), importPublicKey(publicKey).numbers()]
  return toHex(mine.n) === toHex(theirs.n) && toHex(mine.e) === toHex(theirs.e)
}
