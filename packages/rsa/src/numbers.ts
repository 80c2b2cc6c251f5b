// The integers of an RSA key, and whether they form a key. Names as in RFC 7517 and 7518 (JWK).
import { toHex } from './codec'
import type { RsaErrorCode } from './errors'

/** Big-endian without leading zeros. */
export interface PublicNumbers {
  /** Modulus. */
  readonly n: Uint8Array
  /** Public exponent. */
  readonly e: Uint8Array
}

/** Big-endian without leading zeros. */
export interface PrivateNumbers extends PublicNumbers {
  /** Private exponent. */
  readonly d: Uint8Array
  /** First prime. */
  readonly p: Uint8Array
  /** Second prime. */
  readonly q: Uint8Array
  /** d mod (p − 1). */
  readonly dp: Uint8Array
  /** d mod (q − 1). */
  readonly dq: Uint8Array
  /** q⁻¹ mod p. */
  readonly qi: Uint8Array
}

export const publicNames = ['n', 'e'] as const

/** PKCS#1's order. */
export const privateNames = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

export function countBits(number: Uint8Array): number {
  const [first] = number
  return first === undefined ? 0 : number.length * 8 - (Math.clz32(first) - 24)
}

const toBigInt = (number: Uint8Array): bigint => BigInt(`0x0${toHex(number)}`)

const isOdd = (number: Uint8Array): boolean => ((number.at(-1) ?? 0) & 1) === 1

/** The fault of these numbers as a public key, if any. The exponent's limit of 64 bits is OpenSSL's for large keys. */
export function findPublicFault({ n, e }: PublicNumbers): RsaErrorCode | undefined {
  const bits = countBits(n)
  if (bits < 1024) return 'keyTooSmall'
  if (bits > 16384) return 'keyTooLarge'
  const exponentBits = countBits(e)
  return isOdd(n) && isOdd(e) && exponentBits > 1 && exponentBits <= 64 ? undefined : 'keyDamaged'
}

/**
 * The fault of these numbers as a private key, if any. A key with one wrong character still reads as DER and signs, but
 * its signatures never verify (130018): every relation between the numbers is checked, once per import.
 */
export function findPrivateFault(numbers: PrivateNumbers): RsaErrorCode | undefined {
  const fault = findPublicFault(numbers)
  if (fault) return fault
  const [n, e, d, p, q, dp, dq, qi] = [
    toBigInt(numbers.n),
    toBigInt(numbers.e),
    toBigInt(numbers.d),
    toBigInt(numbers.p),
    toBigInt(numbers.q),
    toBigInt(numbers.dp),
    toBigInt(numbers.dq),
    toBigInt(numbers.qi),
  ]
  const fits =
    p > 1n &&
    q > 1n &&
    p * q === n &&
    d % (p - 1n) === dp &&
    d % (q - 1n) === dq &&
    (e * dp) % (p - 1n) === 1n &&
    (e * dq) % (q - 1n) === 1n &&
    (qi * q) % p === 1n
  return fits ? undefined : 'keyDamaged'
}
