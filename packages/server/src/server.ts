// The business server without a framework: three requests in, three answers out.
import type { ConsentAnswer, SignAnswer, VerifyAnswer, WechatPhoneAnswer } from '@local-number/protocol'
import type { JSONWebKeySet } from 'jose'
import { importAppIdentity } from './app-identity'
import { createAttemptIds } from './attempt-id'
import type { CallFacts } from './call-facts'
import { nameCaller } from './caller'
import type { CustomerKeys } from './customer-keys'
import { ServerError, toServerError } from './errors'
import { createFingerprint } from './fingerprint'
import { createLimits } from './limits'
import { type Log, redactLog, SILENT } from './log/log'
import type { LocalNumberServerOptions, ProxyOptions } from './options'
import { parseOptions } from './parse-options'
import { identifyClient } from './rate-limits/client'
import { createFailedChecks } from './rate-limits/failed-checks'
import { createFailureLimit } from './rate-limits/failure-limit'
import { createSignLimits } from './rate-limits/sign-limits'
import { requireOrigin } from './require-origin'
import { createRoom } from './room'
import { chooseReceipts } from './sign/choose-receipts'
import { createConfirmation, createConsentKeeping } from './sign/consent'
import { parseConsentRequest, parseSignRequest } from './sign/request'
import { createSigning } from './sign/signing'
import { createSms, type Sms } from './sms/sms'
import { createMemoryStores } from './stores/memory-stores'
import { createTicketIssuer } from './ticket/issuer'
import { createHistory } from './verify/before-ticket'
import { usesProxy } from './verify/dispatcher'
import { type GuardedPlatform, guardPlatform } from './verify/guard-platform'
import { createPlatformClient } from './verify/platform-client'
import { parseVerifyRequest } from './verify/request'
import { createCheckRunner } from './verify/run-check'
import { createVerification } from './verify/verification'
import { guardWechat } from './wechat/guard-wechat'
import { createWechatPhone } from './wechat/wechat'
import { createWechatClient } from './wechat/wechat-client'

/** A process that is not overloaded has a few at a time: each takes milliseconds. */
const SIGNS_AT_ONCE = 256

/** Each with a socket to WeChat. */
const EXCHANGES_AT_ONCE = 256

/** What a check's own work and the stores may take besides the platform and `beforeTicket`, in ms. */
const STORES_MS = 1_000

/** From the last moment of an attempt: its check, and those who repeat it. Longer than any budget. */
const LONGEST_CHECK_MS = 600_000

export interface LocalNumberServer {
  /**
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  sign(body: unknown, facts: CallFacts): Promise<SignAnswer>
  /**
   * Keeps the receipt of an attempt that was signed without one: the user has tapped.
   *
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  consent(body: unknown, facts: CallFacts): Promise<ConsentAnswer>
  /**
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  verify(body: unknown, facts: CallFacts): Promise<VerifyAnswer>
  /** The SMS way, if the options have it. */
  readonly sms?: Sms
  /**
   * The WeChat way, if the options have it: exchanges a code of WeChat's phone button.
   *
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  readonly wechatPhone?: (body: unknown, facts: CallFacts) => Promise<WechatPhoneAnswer>
  /** The public keys of the tickets. */
  jwks(): Promise<JSONWebKeySet>
  /** The log of its options, redacted. */
  readonly log: Log
  /** Ends the connections to the platform. */
  close(): Promise<void>
}

/**
 * Creates the services of a business server.
 *
 * @throws RsaError with a `key…` code, ServerError `optionUnusable`, `ticketKeyUnusable`
 */
export function createLocalNumberServer(options: LocalNumberServerOptions): LocalNumberServer {
  const settings = parseOptions(options)
  const { codes, consentTexts, consentVersions, now, times } = settings
  const log = redactLog(settings.log ?? SILENT)
  const app = importAppIdentity(settings)
  const stores = settings.stores ?? createMemoryStores({ now })
  const fingerprint = createFingerprint(settings.hashSecret)
  const failedChecks = createFailedChecks({ ...stores, values: settings.limits, now })
  const limits = createLimits({ ...stores, values: settings.limits, failedChecks, fingerprint, now })
  const signLimits = createSignLimits({ ...stores, values: settings.limits, now })
  const attemptIds = createAttemptIds({ fingerprint, lifetimeMs: times.attemptTtlMs + LONGEST_CHECK_MS, now })
  const tickets = createTicketIssuer({ ...settings.ticket, now })
  const client = createPlatformClient({
    origin: settings.verifyOrigin,
    timeoutMs: times.platformTimeoutMs,
    tls: settings.tls,
    proxy: settings.proxy,
  })
  const platform = guardPlatform(client, log)

  log.info(describeKeys(app.customerKeys), 'the customer keys, by their ids')
  if (usesProxy(settings.verifyOrigin, settings.proxy)) {
    log.info(describeProxy(settings.proxy), 'verify calls use a proxy')
  }

  const receipts = chooseReceipts({ receipts: stores.receipts, onConsent: settings.onConsent, log })
  const consents = createConsentKeeping({
    way: 'sim',
    consentVersions,
    consentTexts,
    fingerprint,
    receipts,
    now,
  })
  const confirmation = createConfirmation({ attempts: stores.attempts, attemptIds, consents })
  const signing = createSigning({
    app,
    policy: { appId: app.appId, editions: settings.editions, clockSkewMs: times.clockSkewMs },
    consents,
    attemptTtlMs: times.attemptTtlMs,
    stores,
    limits,
    signLimits,
    attemptIds,
    now,
  })
  const signs = createRoom(SIGNS_AT_ONCE)
  const { beforeTicket } = settings
  const timeoutMs = times.beforeTicketTimeoutMs
  const readHistory = beforeTicket ? createHistory({ ...stores, beforeTicket, timeoutMs, fingerprint, log }) : null
  const ask = { request: { app, userInformation: settings.userInformation, now }, platform, codes, log }
  const verification = createVerification({
    attempts: stores.attempts,
    attemptIds,
    limits,
    fingerprint,
    room: createRoom(settings.limits.checksAtOnce),
    readHistory,
    runner: createCheckRunner({ ask, attempts: stores.attempts, tickets, now }),
    budgetMs: times.platformTimeoutMs + (beforeTicket ? timeoutMs : 0) + STORES_MS,
  })
  const sms =
    settings.sms &&
    createSms({
      settings: settings.sms,
      stores,
      receipts,
      fingerprint,
      tickets,
      readHistory,
      decisionMs: timeoutMs + STORES_MS,
      log,
      now,
    })
  const { wechat } = settings
  const wechatClient = wechat && createWechatClient({ ...wechat, now })
  const wechatPhone =
    wechatClient &&
    createWechatPhone({
      settings: wechat,
      wechat: guardWechat(wechatClient, log),
      failedExchanges: createFailureLimit({
        ...stores,
        name: 'failedExchangesPerClient',
        points: settings.limits.failedExchangesPerClient,
        now,
      }),
      room: createRoom(EXCHANGES_AT_ONCE),
      receipts,
      fingerprint,
      tickets,
      readHistory,
      log,
      now,
    })

  /** Refuses pages of other sites before anything of their request is read. */
  const guardOrigin =
    <Answer>(act: (body: unknown, facts: CallFacts) => Promise<Answer>) =>
    async (body: unknown, facts: CallFacts): Promise<Answer> => {
      requireOrigin(facts.origin, settings.origins)
      return act(body, facts)
    }
  const identify = (facts: CallFacts) => identifyClient(facts, fingerprint)
  /**
   * A request counts as a signature of its client, while it runs: the one after the last is refused. Most requests cost
   * their client nothing else, and each asks the stores.
   */
  const countSign =
    <Answer>(act: (body: unknown, facts: CallFacts) => Promise<Answer>) =>
    async (body: unknown, facts: CallFacts): Promise<Answer> => {
      const client = identify(facts)
      signLimits.requireRoom(client)
      const counted = signLimits.count(client).catch((error) => {
        if (toServerError(error).code !== 'rateLimited') throw error
      })
      const [answer] = await Promise.all([act(body, facts), counted])
      return answer
    }

  return {
    sign: guardOrigin(async (body, facts) => {
      const request = parseSignRequest(body)
      requirePlatform(platform)
      const leave = signs.takePlace()
      const { traceId, onQuota } = facts
      const session = nameCaller(facts) ?? request.session
      return signing.sign(request, { traceId, session, onQuota, client: identify(facts) }).finally(leave)
    }),
    consent: guardOrigin((body, facts) => confirmation.confirm(parseConsentRequest(body), nameCaller(facts))),
    verify: guardOrigin((body, facts) =>
      verification.verify(parseVerifyRequest(body), { client: identify(facts), session: nameCaller(facts) }),
    ),
    ...(sms && { sms: { send: guardOrigin(countSign(sms.send)), check: guardOrigin(countSign(sms.check)) } }),
    ...(wechatPhone && {
      wechatPhone: guardOrigin((body, facts) => wechatPhone(body, { ...facts, client: identify(facts) })),
    }),
    jwks: () => tickets.jwks(),
    log,
    close: async () => void (await Promise.all([platform.close(), wechatClient?.close()])),
  }
}

/** A page that learns it from its sign skips the carrier's way, and its user waits for nothing. */
function requirePlatform(platform: GuardedPlatform): void {
  const retryAfterMs = platform.getDownMs()
  if (retryAfterMs > 0) throw new ServerError('carrierDown', { facts: { retryAfterMs } })
}

function describeKeys({ signing, others }: CustomerKeys) {
  return { signing: signing.id, others: others.map(({ id }) => id) }
}

/** Without the credentials that the address may hold. */
function describeProxy({ url = '', bypass }: ProxyOptions) {
  const { protocol, host } = new URL(url)
  return { proxy: `${protocol}//${host}`, bypass }
}
