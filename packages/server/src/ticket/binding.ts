// The binding of a ticket: a ticket that was planted in another visitor's page must be worthless there (login CSRF).
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Creates the secret for a visitor's session: 43 random characters. Keep it in the session, where no page reads it. */
export function createBindingSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the page passes on as `binding`: base64url of the SHA-256 of the session's secret. */
export function toBinding(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** In constant time. */
export function isSameBinding(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(left, right)
}
