// Issues tickets: a one-minute, single-use, signed proof of a verified number that another backend can check.
import { createPublicKey, randomUUID } from 'node:crypto'
import type { Msisdn } from '@local-number/protocol'
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import { importTicketKey, TICKET_TYPE } from './key'

/** How long a ticket is valid, in ms. */
export const TICKET_TTL_MS = 60_000

/** The claims of a ticket besides `iss`, `aud`, `jti`, `iat` and `exp`. The names are those of OpenID Connect. */
export interface TicketClaims {
  /** E.164: `+8613800138000`. */
  readonly phone_number: string
  readonly phone_number_verified: true
  readonly trace_id: string
}

export interface TicketIssuerOptions {
  /** On P-256 (ES256) or Ed25519 (EdDSA): PEM, base64 of DER, or a JWK; PKCS#8 or SEC 1. */
  readonly privateKey: string
  /** This server as ticket checkers name it, such as its URL. */
  readonly issuer: string
  /** The backend that accepts the tickets. */
  readonly audience: string
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
}

export interface TicketIssuer {
  /** Signs a ticket for a verified number: a compact JWT. */
  issue(proof: { readonly phone: Msisdn; readonly traceId: string }): Promise<string>
  /** The public key for ticket checkers, as a JWK set. */
  jwks(): Promise<JSONWebKeySet>
}

/** @throws ServerError `ticketKeyUnusable` */
export function createTicketIssuer({
  privateKey,
  issuer,
  audience,
  now = Date.now,
}: TicketIssuerOptions): TicketIssuer {
  const { key, algorithm } = importTicketKey(privateKey)
  const publicJwk: JWK = createPublicKey(key).export({ format: 'jwk' })
  const keyId = calculateJwkThumbprint(publicJwk)

  return {
    async issue({ phone, traceId }) {
      const claims: TicketClaims = { phone_number: `+86${phone}`, phone_number_verified: true, trace_id: traceId }
      const issuedAt = Math.floor(now() / 1000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: TICKET_TYPE, kid: await keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TICKET_TTL_MS / 1000)
        .sign(key)
    },

    async jwks() {
      return { keys: [{ ...publicJwk, kid: await keyId, alg: algorithm, use: 'sig' }] }
    },
  }
}
