// The SMS way of a server: from two bodies to two answers.
import type { SmsCheckAnswer, SmsSendAnswer } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { ServerError, toServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Log } from '../log/log'
import { createFailureLimit } from '../rate-limits/failure-limit'
import { createRoom } from '../room'
import { createConsentKeeping } from '../sign/consent'
import type { ReceiptStore } from '../stores/receipts'
import type { Stores } from '../stores/stores'
import type { TicketIssuer } from '../ticket/issuer'
import type { ReadHistory } from '../verify/before-ticket'
import { createCaptchaGate } from './ask-captcha'
import { createChecking } from './checking'
import { createDelivery } from './deliver'
import { createDevices } from './devices'
import type { SmsSettings } from './options'
import { prepareSms } from './prepare'
import { createPumpingAlarm } from './pumping'
import { parseCheckRequest, parseSendRequest } from './request'
import { createSendLimits } from './send-limits'
import { createSending } from './sending'

/** Each with a socket to a sender. */
const MESSAGES_AT_ONCE = 256

/** Each a call to the captcha's provider, which takes a tenth of a second: hundreds pass in a second. */
const CAPTCHAS_AT_ONCE = 64

export interface Sms {
  /**
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  send(body: unknown, facts: CallFacts): Promise<SmsSendAnswer>
  /**
   * @param body the parsed JSON of the request, not validated
   * @throws ServerError
   */
  check(body: unknown, facts: CallFacts): Promise<SmsCheckAnswer>
}

export interface SmsParts {
  readonly settings: SmsSettings
  readonly stores: Stores
  readonly receipts: ReceiptStore
  readonly fingerprint: Fingerprint
  readonly tickets: Pick<TicketIssuer, 'issue'>
  /** `null` without `beforeTicket`. */
  readonly readHistory: ReadHistory | null
  /** How long `beforeTicket` of another request is waited for, in ms. */
  readonly decisionMs: number
  readonly log: Log
  readonly now: () => number
}

/** @throws ServerError `optionUnusable` */
export function createSms({ settings, stores, receipts, ...rest }: SmsParts): Sms {
  const { consentVersions, consentTexts, limits, times, verifyCaptcha } = settings
  const { fingerprint, log, now } = rest
  const { codes, counters, members } = stores
  if (!codes) throw new ServerError('optionUnusable', { detail: 'stores must have codes, where sms keeps its codes' })
  refuseTestNumbersInProduction(settings)
  // Nobody waits for it here. Creation cannot: it is synchronous.
  prepareSms(settings).catch((error) => {
    const { code, message } = toServerError(error)
    log.error({ code, reason: message }, 'a sender or the captcha cannot be used')
  })
  const shared = {
    ...rest,
    settings,
    codes,
    consents: createConsentKeeping({
      way: 'sms',
      consentVersions,
      consentTexts,
      fingerprint,
      receipts,
      now,
    }),
    devices: createDevices({ members, fingerprint }),
    alarm: createPumpingAlarm({ values: limits, counters, fingerprint, onPumping: settings.onPumping, log, now }),
  }
  const send = createSending({
    ...shared,
    openCount: createSendLimits({
      values: limits,
      hasCaptcha: verifyCaptcha !== undefined,
      counters,
      fingerprint,
      now,
    }),
    requireCaptcha: verifyCaptcha
      ? createCaptchaGate({
          verifyCaptcha,
          timeoutMs: times.captchaTimeoutMs,
          failedCaptchas: createFailureLimit({
            counters,
            name: 'failedCaptchasPerClient',
            points: limits.failedCaptchasPerClient,
            now,
          }),
          room: createRoom(CAPTCHAS_AT_ONCE),
          counters,
          fingerprint,
          log,
        })
      : null,
    takePlace: createDelivery({
      senders: settings.senders,
      timeoutMs: times.sendTimeoutMs,
      room: createRoom(MESSAGES_AT_ONCE),
      log,
    }),
  })
  const check = createChecking(shared)
  return {
    send: async (body, facts) => send(parseSendRequest(body), facts),
    check: async (body, facts) => check(parseCheckRequest(body), facts),
  }
}

function refuseTestNumbersInProduction({ testNumbers }: SmsSettings): void {
  if (process.env.NODE_ENV === 'production' && Object.keys(testNumbers).length > 0) {
    throw new ServerError('optionUnusable', { detail: 'sms.testNumbers must be empty in production' })
  }
}
