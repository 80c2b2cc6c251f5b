// Checks a ticket in another backend: its issuer, its age, and that it was not used before.
import { TRACE_ID } from '@local-number/protocol'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import { ServerError } from '../errors'
import type { OnceStore } from '../stores/stores'
import { TICKET_TTL_MS } from './issuer'
import { importTicketPublicKey, TICKET_ALGORITHMS, TICKET_TYPE } from './key'

/** How far the clocks of the two backends may differ, in ms. */
const CLOCK_TOLERANCE_MS = 5_000
/** How long a spent ticket must stay known, in ms: until the slowest accepted clock sees it expire. */
const SPENT_TTL_MS = TICKET_TTL_MS + 2 * CLOCK_TOLERANCE_MS

export interface TicketCheckerOptions {
  /** The issuer's key: the URL of its `jwks.json`, the set itself, or its public key (PEM, base64 of DER, or a JWK). */
  readonly key: { readonly jwks: string | JSONWebKeySet } | { readonly publicKey: string }
  /** The `issuer` of the server that issues the tickets. */
  readonly issuer: string
  /** The name by which the issuer knows this backend. */
  readonly audience: string
  /** Remembers used tickets; shared by all processes that accept them. */
  readonly spent: OnceStore
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number
}

/** What a ticket proves. */
export interface CheckedTicket {
  /** E.164: `+8613800138000`. */
  readonly phoneNumber: string
  readonly traceId: string
  readonly ticketId: string
  /** When the carrier verified the number, in ms since 1970. */
  readonly issuedAt: number
}

export interface TicketChecker {
  /**
   * Checks the ticket and spends it: of several calls with one ticket, one gets an answer.
   *
   * @throws ServerError `ticketInvalid`, `ticketExpired`, `ticketSpent`, and the errors of fetching a remote key set
   */
  check(ticket: string): Promise<CheckedTicket>
}

const claimsShape = z.object({
  jti: z.string().min(1),
  iat: z.int(),
  phone_number: z.string().regex(/^\+861[3-9]\d{9}$/),
  phone_number_verified: z.literal(true),
  trace_id: z.string().regex(TRACE_ID),
})

/** @throws ServerError `ticketKeyUnusable` */
export function createTicketChecker({
  key,
  issuer,
  audience,
  spent,
  now = Date.now,
}: TicketCheckerOptions): TicketChecker {
  const keys = createKeyGetter(key)
  return {
    async check(ticket) {
      const claims = await verifyClaims(ticket, keys, {
        // As lists: jose would skip the check of a value that is undefined, such as an unset variable.
        issuer: [issuer],
        audience: [audience],
        typ: TICKET_TYPE,
        algorithms: [...TICKET_ALGORITHMS],
        requiredClaims: ['exp', 'jti'],
        maxTokenAge: TICKET_TTL_MS / 1000,
        clockTolerance: CLOCK_TOLERANCE_MS / 1000,
        currentDate: new Date(now()),
      })
      if (!(await spent.addOnce(`ticket:${claims.jti}`, SPENT_TTL_MS))) throw new ServerError('ticketSpent')
      return {
        phoneNumber: claims.phone_number,
        traceId: claims.trace_id,
        ticketId: claims.jti,
        issuedAt: claims.iat * 1000,
      }
    },
  }
}

function createKeyGetter(key: TicketCheckerOptions['key']): JWTVerifyGetKey {
  if ('publicKey' in key) {
    const { key: publicKey } = importTicketPublicKey(key.publicKey)
    return async () => publicKey
  }
  return typeof key.jwks === 'string' ? createRemoteJWKSet(new URL(key.jwks)) : createLocalJWKSet(key.jwks)
}

async function verifyClaims(ticket: string, keys: JWTVerifyGetKey, rules: JWTVerifyOptions) {
  const { payload } = await jwtVerify(ticket, keys, rules).catch((error) => {
    throw toTicketError(error)
  })
  const claims = claimsShape.safeParse(payload)
  if (!claims.success) throw new ServerError('ticketInvalid')
  return claims.data
}

/** Errors about the key set: they say nothing about the ticket. */
const KEY_SET_FAULTS: readonly string[] = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']

function toTicketError(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError) || KEY_SET_FAULTS.includes(error.code)) return error
  return new ServerError(error instanceof errors.JWTExpired ? 'ticketExpired' : 'ticketInvalid')
}
