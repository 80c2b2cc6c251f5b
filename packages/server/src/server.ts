// The business server without a framework: two requests in, two answers out.
import { CARRIER_VERIFY_ORIGIN, type Edition, type SignAnswer, type VerifyAnswer } from '@local-number/protocol'
import { importPrivateKey, importPublicKey } from '@local-number/rsa'
import type { JSONWebKeySet } from 'jose'
import { createFingerprint } from './fingerprint'
import { createLimits } from './limits'
import { redacted, SILENT } from './log/log'
import { type LocalNumberServerOptions, rangesOf } from './options'
import { checkSignRequest, checkVerifyRequest } from './requests'
import { createSigning } from './sign/signing'
import { createMemoryStores } from './stores/memory-stores'
import { createTicketIssuer } from './ticket/issuer'
import { createPlatformClient } from './verify/platform-client'
import type { AppIdentity } from './verify/platform-request'
import { createVerification } from './verify/verification'

export interface LocalNumberServer {
  /**
   * @param body the parsed JSON of the request, unchecked
   * @param session who calls, where the transport knows it: wrong numbers are counted by it, not by the page's own word
   * @throws ServerError
   */
  sign(body: unknown, traceId: string, session?: string): Promise<SignAnswer>
  /**
   * @param body the parsed JSON of the request, unchecked
   * @param session who calls, where the transport knows it: an attempt of anybody else is none
   * @throws ServerError
   */
  verify(body: unknown, session?: string): Promise<VerifyAnswer>
  /** The public key of the tickets. */
  jwks(): Promise<JSONWebKeySet>
  /** Ends the connections to the platform. */
  close(): Promise<void>
}

const DEFAULT_EDITIONS: readonly Edition[] = ['miniProgram', 'h5']

/**
 * Wires the services together.
 *
 * @throws RsaError with a `key…` code, ServerError `optionUnusable`, `ticketKeyUnusable`
 */
export function createLocalNumberServer(options: LocalNumberServerOptions): LocalNumberServer {
  const { now = Date.now } = options
  const log = redacted(options.log ?? SILENT)
  const app = identityOf(options)
  const { times, limits: values, codes, hashSecret, consentVersions } = rangesOf(options)
  const stores = options.stores ?? createMemoryStores({ now })
  const fingerprint = createFingerprint(hashSecret)
  const limits = createLimits({ values, counters: stores.counters, fingerprint, now })
  const tickets = createTicketIssuer({ ...options.ticket, now })
  const platform = createPlatformClient({
    origin: options.verifyOrigin ?? CARRIER_VERIFY_ORIGIN,
    timeoutMs: times.platformTimeoutMs,
  })

  const signing = createSigning({
    app,
    policy: { appId: app.appId, editions: options.editions ?? DEFAULT_EDITIONS, clockSkewMs: times.clockSkewMs },
    consentVersions,
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
    codes,
    attempts: stores.attempts,
    limits,
    tickets,
    log,
  })

  return {
    sign: async (body, traceId, session) => {
      const request = checkSignRequest(body)
      return signing.sign({ ...request, session: session ?? request.session }, traceId)
    },
    verify: async (body, session) => verification.verify(checkVerifyRequest(body), session),
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
