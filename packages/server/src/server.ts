// The business server without a framework: two requests in, two answers out.
import { CARRIER_VERIFY_ORIGIN, type Edition, type SignAnswer, type VerifyAnswer } from '@local-number/protocol'
import {
  importPrivateKey,
  importPublicKey,
  type PrivateKey,
  type PublicKey,
  type SignatureOptions,
} from '@local-number/rsa'
import type { JSONWebKeySet } from 'jose'
import { createFingerprint } from './fingerprint'
import { createLimits, type LimitValues } from './limits'
import { type Log, redacted, SILENT } from './log'
import { createMemoryStores } from './memory-stores'
import { createPlatformClient } from './platform-client'
import { checkSignRequest, checkVerifyRequest } from './requests'
import { type ConsentRecord, createSigning } from './signing'
import type { Stores } from './stores'
import { createTicketIssuer, type TicketIssuerOptions } from './ticket-issuer'
import { createVerification } from './verification'
import type { AppIdentity, UserInformationForm } from './verify-request'
import type { VerdictCodes } from './verify-verdict'

export interface LocalNumberServerOptions {
  /** From the open platform. */
  readonly appId: string
  readonly appKey: string
  /** RSA, base64 DER or PEM, or imported. The public half is filed on the open platform. */
  readonly customerPrivateKey: string | PrivateKey
  /** RSA, base64 DER or PEM, or imported. Copied from the open platform. */
  readonly platformPublicKey: string | PublicKey
  readonly ticket: Omit<TicketIssuerOptions, 'now'>
  /** Keys the hashes of numbers and sessions, at least 16 characters. */
  readonly hashSecret: string
  /** The versions of the terms whose acceptance still counts. */
  readonly consentVersions: readonly string[]

  /** Scheme, host and port of the verify call, without a trailing slash; the carrier's production unless told. */
  readonly verifyOrigin?: string
  /** MD5withRSA in base64 unless told. */
  readonly signature?: SignatureOptions
  /** `miniProgram` and `h5` unless told. */
  readonly editions?: readonly Edition[]
  /** `000` and `001` unless told. */
  readonly codes?: VerdictCodes
  /** `asItCame` unless told. */
  readonly userInformation?: UserInformationForm
  /** 5 wrong numbers per session and 10 checks per number and day unless told. */
  readonly limits?: Partial<LimitValues>
  /** In ms: phones' clocks 2 min, from sign to verify 10 min, the platform's answer 5 s unless told. */
  readonly times?: Partial<Times>
  /** In this process's memory unless told. */
  readonly stores?: Stores
  /** Keeps consent receipts. When it rejects, nothing is signed. */
  readonly onConsent?: (receipt: ConsentRecord) => void | Promise<void>
  /** What reaches it is redacted already. */
  readonly log?: Log
  /** The clock, in ms since 1970. */
  readonly now?: () => number
}

export interface Times {
  readonly clockSkewMs: number
  readonly attemptTtlMs: number
  readonly platformTimeoutMs: number
}

export interface LocalNumberServer {
  /**
   * @param body the parsed JSON of the request, unchecked
   * @throws ServerError
   */
  sign(body: unknown, traceId: string): Promise<SignAnswer>
  /**
   * @param body the parsed JSON of the request, unchecked
   * @throws ServerError
   */
  verify(body: unknown): Promise<VerifyAnswer>
  /** The public key of the tickets. */
  jwks(): Promise<JSONWebKeySet>
  /** Ends the connections to the platform. */
  close(): Promise<void>
}

const DEFAULT_EDITIONS: readonly Edition[] = ['miniProgram', 'h5']
const DEFAULT_CODES: VerdictCodes = { yes: ['000'], no: ['001'] }
const DEFAULT_LIMITS: LimitValues = { wrongNumbersPerSession: 5, checksPerNumberAndDay: 10 }
const DEFAULT_TIMES: Times = { clockSkewMs: 120_000, attemptTtlMs: 600_000, platformTimeoutMs: 5_000 }

/**
 * Wires the services together.
 *
 * @throws RsaError with a `key…` code, ServerError `ticketKeyUnusable`
 */
export function createLocalNumberServer(options: LocalNumberServerOptions): LocalNumberServer {
  const { now = Date.now } = options
  const log = redacted(options.log ?? SILENT)
  const app = identityOf(options)
  const times = { ...DEFAULT_TIMES, ...options.times }
  const stores = options.stores ?? createMemoryStores({ now })
  const fingerprint = createFingerprint(options.hashSecret)
  const limits = createLimits({
    values: { ...DEFAULT_LIMITS, ...options.limits },
    counters: stores.counters,
    fingerprint,
    now,
  })
  const tickets = createTicketIssuer({ ...options.ticket, now })
  const platform = createPlatformClient({
    origin: options.verifyOrigin ?? CARRIER_VERIFY_ORIGIN,
    timeoutMs: times.platformTimeoutMs,
  })

  const signing = createSigning({
    app,
    policy: { appId: app.appId, editions: options.editions ?? DEFAULT_EDITIONS, clockSkewMs: times.clockSkewMs },
    consentVersions: options.consentVersions,
    attemptTtlMs: times.attemptTtlMs,
    stores,
    limits,
    fingerprint,
    onConsent: options.onConsent ?? ((receipt) => log.info({ ...receipt }, 'the user agreed to the terms')),
    now,
  })
  const verification = createVerification({
    request: { app, userInformation: options.userInformation ?? 'asItCame', now },
    platform,
    codes: options.codes ?? DEFAULT_CODES,
    attempts: stores.attempts,
    limits,
    tickets,
    log,
  })

  return {
    sign: async (body, traceId) => signing.sign(checkSignRequest(body), traceId),
    verify: async (body) => verification.verify(checkVerifyRequest(body)),
    jwks: () => tickets.jwks(),
    close: () => platform.close(),
  }
}

function identityOf(options: LocalNumberServerOptions): AppIdentity {
  return {
    appId: options.appId,
    appKey: options.appKey,
    customerPrivateKey: importPrivateKey(options.customerPrivateKey),
    platformPublicKey: importPublicKey(options.platformPublicKey),
    signature: options.signature ?? {},
  }
}
