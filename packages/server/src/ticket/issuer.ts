// Issues tickets: a one-minute, single-use, signed proof of a verified number that another backend can check.
import { createPublicKey, randomUUID } from 'node:crypto'
import type { Msisdn } from '@local-number/protocol'
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import { importTicketKey, TICKET_TYPE } from './key'

/** How long a ticket is good for, in seconds. */
export const TICKET_LIFETIME = 60

/** The claims of a ticket, beside `iss`, `aud`, `jti`, `iat` and `exp`. The names are OpenID Connect's. */
export interface TicketClaims {
  /** E.164: `+8613800138000`. */
  readonly phone_number: string
  readonly phone_number_verified: true
  readonly trace_id: string
}

export interface TicketIssuerOptions {
  /** PKCS#8, PEM or base64 DER, on P-256 (ES256) or Ed25519 (EdDSA). */
  readonly privateKey: string
  /** This server, as checkers name it, e.g. its URL. */
  readonly issuer: string
  /** The backend that will take the tickets. */
  readonly audience: string
  /** The clock, in ms since 1970. */
  readonly now?: () => number
}

export interface TicketIssuer {
  issue(proof: { readonly phone: Msisdn; readonly traceId: string }): Promise<string>
  /** The public key for checkers, as a JWK set. */
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
        .setExpirationTime(issuedAt + TICKET_LIFETIME)
        .sign(key)
    },

    async jwks() {
      return { keys: [{ ...publicJwk, kid: await keyId, alg: algorithm, use: 'sig' }] }
    },
  }
}
