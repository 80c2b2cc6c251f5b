// Checks a ticket in another backend: its issuer, its age, and that it was not used before.
import { type ProvenWay, TRACE_ID } from '@local-number/protocol'
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
import { isSameBinding } from './binding'
import { importTicketPublicKey, TICKET_ALGORITHMS, TICKET_TYPE } from './key'
import { CLOCK_TOLERANCE_MS, SPENT_TTL_MS, TICKET_TTL_MS } from './lifetimes'

export interface TicketCheckerOptions {
  /**
   * The issuer's key: the URL of its `jwks.json`, the set itself, or its public key (PEM, base64 of DER, or a JWK). The
   * URL must be https unless the issuer runs on this machine: whoever can change the set can sign in with any number.
   */
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
  readonly now?: (() => number) | undefined
}

/** What a ticket proves. */
export interface CheckedTicket {
  /** E.164: `+8613800138000`. */
  readonly phoneNumber: string
  readonly traceId: string
  readonly ticketId: string
  /** When the number was verified, in ms since 1970. */
  readonly verifiedAt: number
  /**
   * How: `sim`, by the SIM in the phone; `sms`, by a code in a text message, which whoever reads the messages can have
   * as well; `wechat`, as the number of a WeChat account, which may be older than the SIM's present owner.
   */
  readonly way: ProvenWay
}

/** The visitor that a ticket must belong to. */
export interface TicketVisitor {
  /**
   * `toBinding(secret)` of the secret in this visitor's own session; never what the page sends. A session without a
   * secret, `undefined`, refuses every ticket.
   */
  readonly binding: string | undefined
}

export interface TicketChecker {
  /**
   * Checks the ticket and spends it: of several calls with one ticket, one gets an answer. A bound ticket needs its
   * visitor, and with a visitor the ticket must be bound.
   *
   * @throws ServerError `ticketInvalid`, `ticketExpired`, `ticketSpent`, `ticketNotBound`, `ticketOfAnother`, and the
   *   errors of fetching a remote key set
   */
  check(ticket: string, visitor?: TicketVisitor): Promise<CheckedTicket>
}

const WAYS = ['sim', 'sms', 'wechat'] as const satisfies readonly ProvenWay[]

const claimsShape = z.object({
  jti: z.string().min(1),
  phone_number: z.string().regex(/^\+861[3-9]\d{9}$/),
  phone_number_verified: z.literal(true),
  auth_time: z.int(),
  trace_id: z.string().regex(TRACE_ID),
  binding: z.string().optional(),
  // A server of a release before SMS issues tickets without it.
  amr: z.tuple([z.enum(WAYS)]).default(['sim']),
})

/** @throws ServerError `ticketKeyUnusable`, `optionUnusable` */
export function createTicketChecker({
  key,
  issuer,
  audience,
  spent,
  now = Date.now,
}: TicketCheckerOptions): TicketChecker {
  const keys = createKeyGetter(key)
  return {
    async check(ticket, visitor) {
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
      requireVisitor(claims.binding, visitor)
      if (!(await spent.addOnce(`ticket:${claims.jti}`, SPENT_TTL_MS))) throw new ServerError('ticketSpent')
      return {
        phoneNumber: claims.phone_number,
        traceId: claims.trace_id,
        ticketId: claims.jti,
        verifiedAt: claims.auth_time * 1000,
        way: claims.amr[0],
      }
    },
  }
}

function createKeyGetter(key: TicketCheckerOptions['key']): JWTVerifyGetKey {
  if ('publicKey' in key) {
    const { key: publicKey } = importTicketPublicKey(key.publicKey)
    return async () => publicKey
  }
  return typeof key.jwks === 'string' ? createRemoteJWKSet(parseKeySetUrl(key.jwks)) : createLocalJWKSet(key.jwks)
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

function parseKeySetUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))) return url
  throw new ServerError('optionUnusable', { detail: 'key.jwks must be an https address' })
}

/** Before the ticket is spent: whoever may not use it must not be able to use it up. */
function requireVisitor(binding: string | undefined, visitor: TicketVisitor | undefined): void {
  if (binding === undefined && visitor === undefined) return
  if (binding === undefined) throw new ServerError('ticketNotBound')
  const own = visitor?.binding
  if (typeof own !== 'string' || !isSameBinding(binding, own)) throw new ServerError('ticketOfAnother')
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
