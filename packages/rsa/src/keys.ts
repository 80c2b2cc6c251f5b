// Keys as the rest of the package handles them: parsed and checked once, silent about their numbers when logged.
import { toBase64, toHex } from './codec'
import { type KeyRole, RsaError, type RsaErrorCode } from './errors'
import { type KeyNumbers, readKeyDer, writePrivateDer, writePublicDer } from './key-der'
import { derOfKeyText } from './key-text'
import { bitLength, faultOfPrivate, faultOfPublic, type PrivateNumbers, type PublicNumbers } from './numbers'

/** An imported private key. Logging or serialising it shows its size alone. */
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

/** What genKeyPair makes; getPublicKey and getPrivateKey write it out. */
export interface KeyPair {
  readonly publicKey: PublicKey
  readonly privateKey: PrivateKey
}

// A closure, not a field: neither JSON.stringify nor a logger reaches what it holds.
const privateKeyFrom = (numbers: PrivateNumbers): PrivateKey =>
  Object.freeze({ kind: 'private', bits: bitLength(numbers.n), numbers: () => numbers })

const publicKeyFrom = ({ n, e }: PublicNumbers): PublicKey =>
  Object.freeze({ kind: 'public', bits: bitLength(n), numbers: () => ({ n, e }) })

export const pairOf = (privateKey: PrivateKey): KeyPair => ({
  privateKey,
  publicKey: publicKeyFrom(privateKey.numbers()),
})

function readKey(text: unknown, role: KeyRole): KeyNumbers {
  const der = typeof text === 'string' ? derOfKeyText(text) : 'keyMissing'
  const reading = typeof der === 'string' ? der : readKeyDer(der)
  if (typeof reading === 'string') throw new RsaError(reading, role)
  return reading
}

function refuse(fault: RsaErrorCode | undefined, role: KeyRole): void {
  if (fault) throw new RsaError(fault, role)
}

/**
 * Parses and checks a private key: base64 DER or PEM, PKCS#8 or PKCS#1, with any white space. Import a key that signs
 * often once and pass the result on: every engine then keeps its native form for as long as this object lives.
 *
 * @throws RsaError with a `key…` code
 */
export function importPrivateKey(key: string | PrivateKey): PrivateKey {
  if (typeof key === 'object' && key?.kind === 'private') return key
  const read = readKey(key, 'private key')
  if (read.kind === 'public') throw new RsaError('keyIsPublic', 'private key')
  refuse(faultOfPrivate(read.numbers), 'private key')
  return privateKeyFrom(read.numbers)
}

/**
 * Parses and checks a public key: base64 DER or PEM, X.509 SubjectPublicKeyInfo or PKCS#1, with any white space.
 *
 * @throws RsaError with a `key…` code
 */
export function importPublicKey(key: string | PublicKey): PublicKey {
  if (typeof key === 'object' && key?.kind === 'public') return key
  const read = readKey(key, 'public key')
  if (read.kind === 'private') throw new RsaError('keyIsPrivate', 'public key')
  refuse(faultOfPublic(read.numbers), 'public key')
  return publicKeyFrom(read.numbers)
}

/** Base64 DER, X.509 SubjectPublicKeyInfo: what the carrier's portal is given. */
export const getPublicKey = ({ publicKey }: KeyPair): string => toBase64(writePublicDer(publicKey.numbers()))

/** Base64 DER, PKCS#8: a secret. */
export const getPrivateKey = ({ privateKey }: KeyPair): string => toBase64(writePrivateDer(privateKey.numbers()))

/**
 * The public half of a private key, base64 DER, X.509 SubjectPublicKeyInfo.
 *
 * @throws RsaError with a `key…` code
 */
export const derivePublicKey = (privateKey: string | PrivateKey): string =>
  getPublicKey(pairOf(importPrivateKey(privateKey)))

/**
 * Whether both are halves of one pair. A private key that does not belong to the public key filed with the carrier is
 * the most common cause of 130018.
 *
 * @throws RsaError with a `key…` code
 */
export function keysMatch(privateKey: string | PrivateKey, publicKey: string | PublicKey): boolean {
  const [mine, theirs] = [importPrivateKey(privateKey).numbers(), importPublicKey(publicKey).numbers()]
  return toHex(mine.n) === toHex(theirs.n) && toHex(mine.e) === toHex(theirs.e)
}
