// Sends one message: looks whether there is room for it, takes the room together with the consent's receipt, hands the
// message over, and lets its code count. Three waits for the stores, however many counts there are.
import { randomUUID } from 'node:crypto'
import type { Msisdn, SmsSendAnswer } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { nameCaller } from '../caller'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Log } from '../log/log'
import { identifyClient } from '../rate-limits/client'
import { getMsToNextShanghaiDay } from '../shanghai-day'
import type { AcceptedTerms, ConsentKeeping } from '../sign/consent'
import type { CodePlace, CodeStore } from '../stores/codes'
import type { CaptchaAsking, RequireCaptcha } from './ask-captcha'
import { createCode, hashCode } from './code'
import { type DeliveryPlace, getSendingMs, type TakeDeliveryPlace } from './deliver'
import type { Devices } from './devices'
import { toGuessLimits } from './guess-limits'
import type { SmsSettings } from './options'
import { requirePhone } from './phone'
import type { HourCounts, PumpingAlarm } from './pumping'
import { findFreeWait, judgeLimit, judgeRoom, refuseLate, requireProof } from './refusals'
import type { ParsedSendRequest } from './request'
import type { CountedSend, Lifts, MessageCount, OpenCount } from './send-limits'

export interface SendingOptions {
  readonly settings: SmsSettings
  readonly codes: CodeStore
  readonly openCount: OpenCount
  readonly consents: ConsentKeeping
  readonly devices: Devices
  /** `null` if there is no captcha. */
  readonly requireCaptcha: RequireCaptcha | null
  readonly takePlace: TakeDeliveryPlace
  readonly alarm: PumpingAlarm
  readonly fingerprint: Fingerprint
  readonly log: Log
  readonly now: () => number
}

/**
 * @throws ServerError `phoneMalformed`, `countryUnsupported`, `consentRequired`, `rateLimited`, `captchaRequired`,
 *   `captchaRefused`, `messageUnavailable`, `overloaded`
 */
export type SendMessage = (request: ParsedSendRequest, facts: CallFacts) => Promise<SmsSendAnswer>

/** Until senders that refused are asked again, in ms. */
const RETRY_AFTER_MS = 30_000

/** A message before it is sent. */
interface Outgoing {
  readonly phone: Msisdn
  readonly code: string
  readonly codeHash: string
  readonly place: CodePlace
  readonly count: MessageCount
  readonly terms: AcceptedTerms
  readonly traceId: string
}

/** What a message may be counted as. */
interface Allowance extends Lifts {
  /** Messages to the number today. */
  readonly most: number
  /** Of these, without another captcha. */
  readonly mostNow: number
  /** How many numbers were verified in this hour. */
  readonly verified: HourCounts
}

export function createSending(options: SendingOptions): SendMessage {
  const { settings, codes, consents, devices, requireCaptcha, takePlace, alarm, fingerprint, log, now } = options
  const { limits, times, testNumbers } = settings

  function prepare({ phone: typed, consent, binding, ...request }: ParsedSendRequest, facts: CallFacts): Outgoing {
    const phone = requirePhone(typed)
    const session = nameCaller(facts) ?? request.session
    const place = { number: fingerprint('number', phone), session: consents.hashSession(session) }
    const code = testNumbers[phone] ?? createCode()
    return {
      phone,
      code,
      codeHash: hashCode(fingerprint, { code, phone, session, binding }),
      place,
      count: options.openCount({ phone, sessionHash: place.session, client: facts }),
      terms: consents.require(consent),
      traceId: facts.traceId,
    }
  }

  /** What the user may have. Changes nothing. */
  async function look(outgoing: Outgoing, request: ParsedSendRequest, facts: CallFacts): Promise<Allowance> {
    const { phone, place, count, traceId } = outgoing
    const [findExceeded, room, isKnown, verified] = await Promise.all([
      count.look(),
      codes.look(place, toGuessLimits(limits)),
      devices.isKnown(place.number, nameCaller(facts) ?? request.device),
      alarm.countVerified(phone),
    ])
    const most = limits.sendsPerNumber - (isKnown ? 0 : limits.sendsReserved)
    const mostFreely = isKnown ? most : Math.min(most, limits.sendsPerNumberFreely)
    const exceeded = findExceeded({ isKnown, withCaptcha: false })
    const refusal = exceeded && judgeLimit(exceeded, { traceId, log })
    if (refusal) throw refusal
    const freeWait = findFreeWait(exceeded, room, mostFreely)
    if (freeWait) await passCaptcha(freeWait, request, { ...facts, owner: findOwner(place, isKnown, facts) })
    const roomWait = judgeRoom(room, most)
    if (roomWait) throw roomWait
    const withCaptcha = freeWait !== null
    return { most, mostNow: withCaptcha ? most : mostFreely, withCaptcha, isKnown, verified }
  }

  /** Whose failed captchas these are: of a known device its number's, so that no neighbor stops it. */
  function findOwner({ number }: CodePlace, isKnown: boolean, facts: CallFacts): string {
    return isKnown ? number : identifyClient(facts, fingerprint).owner
  }

  async function passCaptcha(wait: ServerError, { captcha }: ParsedSendRequest, asking: CaptchaAsking): Promise<void> {
    if (!requireCaptcha) throw wait
    if (captcha === undefined) throw requireProof(wait)
    await requireCaptcha(captcha, asking)
  }

  /** Counts the message everywhere, and keeps its code and the receipt, at the same time; or nothing of it. */
  async function claim(outgoing: Outgoing, allowance: Allowance): Promise<CountedSend> {
    const { place, codeHash, count, terms, traceId } = outgoing
    const message = {
      ...toGuessLimits(limits),
      code: codeHash,
      sendingMs: getSendingMs(times),
      ttlMs: times.codeTtlMs,
      gapMs: times.resendMs,
      most: allowance.mostNow,
      dayMs: getMsToNextShanghaiDay(now()),
    }
    const counting = count.count(allowance)
    const putting = codes.put(place, message)
    const keeping = consents.keep(terms, { attemptId: randomUUID(), traceId, session: place.session })
    try {
      const [counted, put] = await Promise.all([counting, putting, keeping])
      if (!counted.exceeded && put.isPut) return counted
      throw refuseLate({ ...counted, put, most: allowance.most, hasCaptcha: requireCaptcha !== null, traceId, log })
    } catch (error) {
      const [counted, put] = await Promise.allSettled([counting, putting])
      await Promise.allSettled([
        counted.status === 'fulfilled' && count.undo(),
        put.status === 'fulfilled' && put.value.isPut && codes.takeBack(place, codeHash),
      ])
      throw error
    }
  }

  /**
   * All senders refused. The user may try again soon: only the client's share of the hour knows of it, which bounds what
   * the senders are asked, and the receipts. A failure leaves a count too high, never a message uncounted.
   */
  async function takeBack({ place, codeHash, count }: Outgoing): Promise<void> {
    await Promise.allSettled([count.undo('addressShare'), codes.takeBack(place, codeHash)])
  }

  async function send(
    request: ParsedSendRequest,
    facts: CallFacts,
    { deliver }: DeliveryPlace,
  ): Promise<SmsSendAnswer> {
    const outgoing = prepare(request, facts)
    const { phone, code, traceId, terms } = outgoing
    const allowance = await look(outgoing, request, facts)
    const { sent, quotas } = await claim(outgoing, allowance)
    const isTest = Object.hasOwn(testNumbers, phone)
    const delivery = isTest ? 'sent' : await deliver({ phone, code, locale: terms.locale, traceId })
    if (delivery === 'refused') {
      await takeBack(outgoing)
      throw new ServerError('messageUnavailable', { facts: { retryAfterMs: RETRY_AFTER_MS } })
    }
    // A failure leaves right guesses waiting for the time of sending, and no longer.
    await codes.handOver(outgoing.place, outgoing.codeHash).catch(() => undefined)
    alarm.judge(phone, { sent, verified: allowance.verified, traceId })
    for (const quota of quotas) facts.onQuota?.(quota)
    return { expiresInMs: times.codeTtlMs, resendAfterMs: times.resendMs, traceId }
  }

  return async (request, facts) => {
    const place = takePlace()
    return send(request, facts, place).finally(place.leave)
  }
}
