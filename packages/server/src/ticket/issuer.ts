// Issues tickets: a one-minute, single-use, signed proof of a verified number that another backend can check.
import { createPublicKey } from 'node:crypto'
import type { Msisdn, ProvenWay } from '@local-number/protocol'
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import { importTicketKey, importTicketPublicKey, TICKET_TYPE, type TicketKey } from './key'
import { TICKET_TTL_MS } from './lifetimes'

/** The claims of a ticket besides `iss`, `aud`, `jti`, `iat` and `exp`. The names are those of OpenID Connect. */
export interface TicketClaims {
  /** E.164: `+8613800138000`. */
  readonly phone_number: string
  readonly phone_number_verified: true
  /** When the number was verified, in seconds since 1970. A ticket that is issued again keeps it. */
  readonly auth_time: number
  readonly trace_id: string
  /** How the number was proven. One item. */
  readonly amr: readonly [ProvenWay]
  /** The hash of the secret in the visitor's session, if the login had one. */
  readonly binding?: string | undefined
}

export interface TicketIssuerOptions {
  /** On P-256 (ES256) or Ed25519 (EdDSA): PEM, base64 of DER, or a JWK; PKCS#8 or SEC 1. */
  readonly privateKey: string
  /**
   * Keys that `jwks()` has beside its own, so that no check fails while the key changes: the next one for the 5 minutes
   * before it signs, the former one until its last ticket has expired.
   *
   * @default []
   */
  readonly otherPublicKeys?: readonly string[] | undefined
  /** This server as ticket checkers name it, such as its URL. */
  readonly issuer: string
  /** The backend that accepts the tickets. */
  readonly audience: string
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined
}

export interface TicketProof {
  readonly phone: Msisdn
  readonly traceId: string
  /** The `jti`: checkers accept it once, however often it is issued. */
  readonly ticketId: string
  readonly binding?: string | undefined
  /** In ms since 1970. */
  readonly verifiedAt: number
  readonly way: ProvenWay
}

export interface TicketIssuer {
  /** Signs a ticket for a verified number: a compact JWT. */
  issue(proof: TicketProof): Promise<string>
  /** The public keys for ticket checkers, as a JWK set. */
  jwks(): Promise<JSONWebKeySet>
}

/** @throws ServerError `ticketKeyUnusable` */
export function createTicketIssuer({
  privateKey,
  otherPublicKeys = [],
  issuer,
  audience,
  now = Date.now,
}: TicketIssuerOptions): TicketIssuer {
  const { key, algorithm } = importTicketKey(privateKey)
  const own = toPublicJwk({ key: createPublicKey(key), algorithm })
  const published = [own, ...otherPublicKeys.map((text) => toPublicJwk(importTicketPublicKey(text)))]

  return {
    async issue({ phone, traceId, ticketId, binding, verifiedAt, way }) {
      const claims: TicketClaims = {
        phone_number: `+86${phone}`,
        phone_number_verified: true,
        auth_time: toSeconds(verifiedAt),
        trace_id: traceId,
        amr: [way],
        ...(binding !== undefined && { binding }),
      }
      const issuedAt = toSeconds(now())
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: TICKET_TYPE, kid: (await own).kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(ticketId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + TICKET_TTL_MS / 1000)
        .sign(key)
    },

    async jwks() {
      const named = (await Promise.all(published)).map((jwk) => [jwk.kid, jwk] as const)
      // Checkers refuse an id that two keys have.
      return { keys: [...new Map(named).values()] }
    },
  }
}

async function toPublicJwk({ key, algorithm }: TicketKey): Promise<JWK> {
  const jwk: JWK = key.export({ format: 'jwk' })
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' }
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000)
}
