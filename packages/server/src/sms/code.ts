// The code of a message: six digits, kept as a keyed hash together with all that it is bound to.
import { randomInt } from 'node:crypto'
import type { Fingerprint } from '../fingerprint'

const DIGITS = 6

/** Six digits from the system's cryptographic generator; each value is equally likely. */
export function createCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
}

export const CODE = /^\d{6}$/

export interface CodeSubject {
  readonly code: string
  readonly phone: string
  readonly session: string
  readonly binding: string | undefined
}

/** In characters of base64url: 132 bits. */
const HASH_LENGTH = 22

/** Under the server's secret: the million codes cannot be tried out on what a store holds. */
export function hashCode(fingerprint: Fingerprint, { code, phone, session, binding = '' }: CodeSubject): string {
  return fingerprint('smsCode', JSON.stringify([code, phone, session, binding])).slice(0, HASH_LENGTH)
}
