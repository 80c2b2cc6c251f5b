// Ids that cannot be guessed: 128 bits as hex.
import { getRandomBytes } from '@local-number/jssdk'

/** 32 hex digits, from the platform's secure randomness if it has one. */
export function createRandomId(): string {
  const hex = Array.from(getRandomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  // Never with a phone number inside by chance: the server does not log such an id and would give the login another.
  return hex.replace(/1(?=[3-9]\d{9})/g, '0')
}
