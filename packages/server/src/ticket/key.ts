// The key pair behind tickets: P-256 (ES256) or Ed25519 (EdDSA). Not the customer key pair, which is the carrier's RSA.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { ServerError } from '../errors'

/** Names the ticket's signature (RFC 8725 §3.11), so that no other JWT of the same issuer passes for one. */
export const TICKET_TYPE = 'local-number-ticket+jwt'

const ALGORITHMS = [
  {
    algorithm: 'ES256',
    fits: ({ asymmetricKeyDetails }: KeyObject) => asymmetricKeyDetails?.namedCurve === 'prime256v1',
  },
  { algorithm: 'EdDSA', fits: ({ asymmetricKeyType }: KeyObject) => asymmetricKeyType === 'ed25519' },
] as const

export const TICKET_ALGORITHMS = ALGORITHMS.map(({ algorithm }) => algorithm)

export interface TicketKey {
  readonly key: KeyObject
  readonly algorithm: (typeof TICKET_ALGORITHMS)[number]
}

/**
 * Reads a private key, PKCS#8 as PEM or as base64 of its DER.
 *
 * @throws ServerError `ticketKeyUnusable`
 */
export function importTicketKey(text: string): TicketKey {
  return usable(() => createPrivateKey(isPem(text) ? text : { ...derOf(text), type: 'pkcs8' }))
}

/**
 * Reads a public key, SubjectPublicKeyInfo as PEM or as base64 of its DER.
 *
 * @throws ServerError `ticketKeyUnusable`
 */
export function importTicketPublicKey(text: string): TicketKey {
  // Node would take the public half out of a private PEM, and the issuer's secret would lie about in another backend.
  if (text.includes('PRIVATE KEY')) throw new ServerError('ticketKeyUnusable')
  return usable(() => createPublicKey(isPem(text) ? text : { ...derOf(text), type: 'spki' }))
}

function isPem(text: string): boolean {
  return text.includes('-----BEGIN ')
}

function derOf(text: string) {
  return { key: Buffer.from(text, 'base64'), format: 'der' } as const
}

/** What OpenSSL says about a bad key may quote it, so its error goes nowhere. */
function usable(read: () => KeyObject): TicketKey {
  const key = keyOrNull(read)
  const fitting = key && ALGORITHMS.find(({ fits }) => fits(key))
  if (!key || !fitting) throw new ServerError('ticketKeyUnusable')
  return { key, algorithm: fitting.algorithm }
}

function keyOrNull(read: () => KeyObject): KeyObject | null {
  try {
    return read()
  } catch {
    return null
  }
}
