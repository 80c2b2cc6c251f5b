import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares in a time that does not depend on the secret: digests have the same length for every text. */
export function equalsInConstantTime(text: string, secret: string): boolean {
  const toDigest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(toDigest(text), toDigest(secret))
}
