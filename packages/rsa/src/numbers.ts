// The integers an RSA key consists of, and whether they make a key at all. Names as in RFC 7517 and 7518 (JWK).
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

/** PKCS#1's order. */
export const privateNames = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

export function bitLength(number: Uint8Array): number {
  const [first] = number
  return first === undefined ? 0 : number.length * 8 - (Math.clz32(first) - 24)
}

const big = (number: Uint8Array): bigint => BigInt(`0x0${toHex(number)}`)

const isOdd = (number: Uint8Array): boolean => ((number.at(-1) ?? 0) & 1) === 1

/** What speaks against these numbers as a public key. The exponent's limit of 64 bits is OpenSSL's for large keys. */
export function faultOfPublic({ n, e }: PublicNumbers): RsaErrorCode | undefined {
  const bits = bitLength(n)
  if (bits < 1024) return 'keyTooSmall'
  if (bits > 16384) return 'keyTooLarge'
  const exponentBits = bitLength(e)
  return isOdd(n) && isOdd(e) && exponentBits > 1 && exponentBits <= 64 ? undefined : 'keyDamaged'
}

/**
 * What speaks against these numbers as a private key. A key with one wrong character still reads as DER and signs, but
 * nobody can verify it (130018): so every relation between the numbers is checked, once per import.
 */
export function faultOfPrivate(numbers: PrivateNumbers): RsaErrorCode | undefined {
  const fault = faultOfPublic(numbers)
  if (fault) return fault
  const [n, e, d, p, q, dp, dq, qi] = [
    big(numbers.n),
    big(numbers.e),
    big(numbers.d),
    big(numbers.p),
    big(numbers.q),
    big(numbers.dp),
    big(numbers.dq),
    big(numbers.qi),
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
