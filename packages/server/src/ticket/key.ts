// The key pair of the tickets: P-256 (ES256) or Ed25519 (EdDSA). The RSA customer key pair is for the carrier alone.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { type KeyBlock, type KeyRole, RsaError, type RsaErrorCode, readKeyText } from '@local-number/rsa'
import { ServerError } from '../errors'
import { findDamage, type KeyKind, type ReadableKey, readKeyObject } from '../key-objects'

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
 * Reads a private key: PKCS#8 or SEC 1 in any text that the RSA keys may have, or a JWK. Of several, the one that can
 * sign tickets counts.
 *
 * @throws ServerError `ticketKeyUnusable`
 */
export function importTicketKey(text: string): TicketKey {
  return chooseKey(readKeyText(text), 'private key')
}

/**
 * Reads a public key: SubjectPublicKeyInfo in any text that the RSA keys may have, a certificate, or a JWK.
 *
 * @throws ServerError `ticketKeyUnusable`
 */
export function importTicketPublicKey(text: string): TicketKey {
  const blocks = readKeyText(text)
  // Also beside a public key: the issuer's secret must not stay in another backend.
  if (blocks.some(isPrivate)) throw toKeyError('keyIsPrivate', 'public key')
  return chooseKey(blocks, 'public key')
}

/** @throws ServerError `ticketKeyUnusable` */
export function ticketKeysMatch(privateKey: string, publicKey: string): boolean {
  return createPublicKey(importTicketKey(privateKey).key).equals(importTicketPublicKey(publicKey).key)
}

function chooseKey(blocks: readonly KeyBlock[], role: KeyRole): TicketKey {
  const readable = blocks.flatMap((block) => readKeyObject(block) ?? [])
  const usable = readable.filter(({ kind }) => isAccepted(kind, role)).filter(({ key }) => toTicketKey(key))
  const [first, ...others] = usable
  const chosen = first && toTicketKey(first.key)
  if (!chosen) throw toKeyError(findFault(blocks, readable, role), role)
  if (usable.some(findDamage)) throw toKeyError('keyDamaged', role)
  if (!others.every(({ key }) => key.equals(first.key))) throw toKeyError('keyAmbiguous', role)
  return chosen
}

function toTicketKey(key: KeyObject): TicketKey | undefined {
  const match = ALGORITHMS.find(({ matches }) => matches(key))
  return match && { key, algorithm: match.algorithm }
}

function isPrivate(block: KeyBlock): boolean {
  return block.label.includes('PRIVATE') || readKeyObject(block)?.kind === 'private'
}

function isAccepted(kind: KeyKind, role: KeyRole): boolean {
  return (kind === 'private') === (role === 'private key')
}

const WRONG_KIND: Readonly<Record<KeyKind, RsaErrorCode>> = {
  private: 'keyIsPrivate',
  public: 'keyIsPublic',
  certificate: 'keyIsCertificate',
}

/** What the text shows; undefined when only another form or algorithm is to blame, which the message says anyway. */
function findFault(
  blocks: readonly KeyBlock[],
  readable: readonly ReadableKey[],
  role: KeyRole,
): RsaErrorCode | undefined {
  const [fault] = blocks.flatMap((block) => (block.form === 'unusable' ? [block.fault] : []))
  if (fault) return fault === 'keyMalformed' ? undefined : fault
  const [wrong] = readable
  return wrong && !readable.some(({ kind }) => isAccepted(kind, role)) ? WRONG_KIND[wrong.kind] : undefined
}

function toKeyError(fault: RsaErrorCode | undefined, role: KeyRole): ServerError {
  return new ServerError('ticketKeyUnusable', { detail: fault && new RsaError(fault, role).message })
}
