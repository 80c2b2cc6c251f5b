// The WeChat way of a server: a code of WeChat's phone button becomes a ticket. WeChat takes a code once, so that a lost
// answer cannot be had again: the user taps again.
import { randomUUID } from 'node:crypto'
import { type Msisdn, parseMsisdn, type WechatPhoneAnswer } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { nameCaller } from '../caller'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Log } from '../log/log'
import type { Client } from '../rate-limits/client'
import type { FailureLimit } from '../rate-limits/failure-limit'
import type { Room } from '../room'
import { createConsentKeeping } from '../sign/consent'
import type { ReceiptStore } from '../stores/receipts'
import type { TicketIssuer } from '../ticket/issuer'
import type { ReadHistory } from '../verify/before-ticket'
import type { GuardedWechat } from './guard-wechat'
import type { WechatSettings } from './options'
import { parseWechatRequest } from './request'
import type { PhoneReply } from './wechat-client'

/** Until a WeChat that gave no usable answer is asked again, in ms. */
const RETRY_AFTER_MS = 10_000

/** China's, as WeChat writes it. */
const COUNTRY = '86'

/**
 * Exchanges a code for the number of the user's WeChat account.
 *
 * @param body the parsed JSON of the request, not validated
 * @throws ServerError `consentRequired`, `rateLimited`, `overloaded`, `countryUnsupported`, `phoneMalformed`,
 *   `loginRefused`, `wechatUnavailable`
 */
export type WechatPhone = (body: unknown, facts: WechatFacts) => Promise<WechatPhoneAnswer>

export interface WechatFacts extends CallFacts {
  readonly client: Client
}

export interface WechatParts {
  readonly settings: WechatSettings
  readonly wechat: GuardedWechat
  /** Of codes for which WeChat names no number, such as made-up ones. */
  readonly failedExchanges: FailureLimit
  readonly room: Room
  readonly receipts: ReceiptStore
  readonly fingerprint: Fingerprint
  readonly tickets: Pick<TicketIssuer, 'issue'>
  /** `null` without `beforeTicket`. */
  readonly readHistory: ReadHistory | null
  readonly log: Log
  readonly now: () => number
}

export function createWechatPhone(parts: WechatParts): WechatPhone {
  const { settings, wechat, failedExchanges, room, receipts, fingerprint, tickets, readHistory, log, now } = parts
  const { consentVersions, consentTexts } = settings
  const consents = createConsentKeeping({ way: 'wechat', consentVersions, consentTexts, fingerprint, receipts, now })

  /** @throws ServerError `loginRefused` */
  async function allow(phone: Msisdn, traceId: string): Promise<void> {
    const history = await readHistory?.(phone, undefined, 'wechat')
    const reason = await history?.decide(traceId)
    if (reason) throw new ServerError('loginRefused', { facts: { reason } })
    await history?.remember()
  }

  async function logIn(body: unknown, facts: WechatFacts): Promise<WechatPhoneAnswer> {
    const { code, consent, binding, ...request } = parseWechatRequest(body)
    const { traceId, client: asking } = facts
    const terms = consents.require(consent)
    const session = consents.hashSession(nameCaller(facts) ?? request.session)
    await failedExchanges.requireRoom(asking)
    // Before anybody is asked for the number.
    await consents.keep(terms, { attemptId: randomUUID(), traceId, session })
    const reply = await wechat.findPhone(code)
    if (reply === null) throw createUnavailable(wechat.getDownMs())
    if (reply.state !== 'found') await failedExchanges.count(asking)
    if (reply.state === 'refusedCode') return { outcome: 'expiredCode', traceId }
    const phone = readPhone(reply, { traceId, log })
    await allow(phone, traceId)
    const proof = { phone, traceId, ticketId: randomUUID(), binding, verifiedAt: now(), way: 'wechat' } as const
    return { outcome: 'verified', phone, traceId, ticket: await tickets.issue(proof) }
  }

  return async (body, facts) => {
    const downMs = wechat.getDownMs()
    if (downMs > 0) throw createUnavailable(downMs)
    const leave = room.takePlace(facts.client.owner)
    return logIn(body, facts).finally(leave)
  }
}

function createUnavailable(retryAfterMs: number): ServerError {
  return new ServerError('wechatUnavailable', { facts: { retryAfterMs } })
}

/** @throws ServerError `wechatUnavailable`, `countryUnsupported`, `phoneMalformed` */
function readPhone(reply: Exclude<PhoneReply, { readonly state: 'refusedCode' }>, { traceId, log }: Noted): Msisdn {
  if (reply.state === 'unavailable') {
    log.error({ traceId, code: 'wechatUnavailable', reason: reply.reason }, 'WeChat named no number')
    throw createUnavailable(RETRY_AFTER_MS)
  }
  if (reply.countryCode !== COUNTRY) throw new ServerError('countryUnsupported')
  const phone = parseMsisdn(reply.phone)
  if (phone === null) throw new ServerError('phoneMalformed')
  return phone
}

interface Noted {
  readonly traceId: string
  readonly log: Log
}
