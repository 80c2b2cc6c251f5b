// The key pair of the tickets: P-256 (ES256) or Ed25519 (EdDSA). The RSA customer key pair is for the carrier alone.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { ServerError } from '../errors'

/** The type in a ticket's header (RFC 8725 §3.11): no other JWT of the same issuer passes for a ticket. */
export const TICKET_TYPE = 'local-number-ticket+jwt'

const ALGORITHMS = [
  {
    algorithm: 'ES256',
    matches: ({ asymmetricKeyDetails }: KeyObject) => asymmetricKeyDetails?.namedCurve === 'prime256v1',
  },
  { algorithm: 'EdDSA', matches: ({ asymmetricKeyType }: KeyObject) => asymmetricKeyType === 'ed25519' },
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
  return readTicketKey(() => createPrivateKey(isPem(text) ? text : { ...readDer(text), type: 'pkcs8' }))
}

/**
 * Reads a public key, SubjectPublicKeyInfo as PEM or as base64 of its DER.
 *
 * @throws ServerError `ticketKeyUnusable`
 */
export function importTicketPublicKey(text: string): TicketKey {
  // Node would derive the public half from a private PEM, so the issuer's secret could be left in another backend.
  if (text.includes('PRIVATE KEY')) throw new ServerError('ticketKeyUnusable')
  return readTicketKey(() => createPublicKey(isPem(text) ? text : { ...readDer(text), type: 'spki' }))
}

function isPem(text: string): boolean {
  return text.includes('-----BEGIN ')
}

function readDer(text: string) {
  return { key: Buffer.from(text, 'base64'), format: 'der' } as const
}

function readTicketKey(read: () => KeyObject): TicketKey {
  const key = tryRead(read)
  const match = key && ALGORITHMS.find(({ matches }) => matches(key))
  if (!key || !match) throw new ServerError('ticketKeyUnusable')
  return { key, algorithm: match.algorithm }
}

/** Drops the error: OpenSSL may quote the key in it. */
function tryRead(read: () => KeyObject): KeyObject | null {
  try {
    return read()
  } catch {
    return null
  }
}
