// Ids that cannot be guessed: 128 bits as hex.
import { getRandomBytes } from '@local-number/jssdk'

/** 32 hex digits, from the platform's secure randomness if it has one. */
export function createRandomId(): string {
  return Array.from(getRandomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
