// Keyed hashes: counters and receipts distinguish numbers and sessions without holding them.
import { createHmac, createSecretKey } from 'node:crypto'

/** `purpose` keeps equal texts of two kinds apart. Returns 43 characters of base64url. */
export type Fingerprint = (purpose: string, text: string) => string

/**
 * HMAC-SHA-256 under the server's own secret: without the secret, the 10^9 possible phone numbers cannot be tried out.
 *
 * @param secret at least 32 characters; changing it resets the counters
 */
export function createFingerprint(secret: string): Fingerprint {
  const key = createSecretKey(secret, 'utf8')
  return (purpose, text) => createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url')
}
