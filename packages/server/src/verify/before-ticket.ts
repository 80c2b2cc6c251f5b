// The app's own word on a verified number, before its ticket: a blocked account, a device that was never seen.
import type { Msisdn, ProvenWay } from '@local-number/protocol'
import type { Fingerprint } from '../fingerprint'
import { limitTime } from '../limit-time'
import type { Log } from '../log/log'
import { DAY } from '../shanghai-day'
import type { MemberStore } from '../stores/stores'

/** How long a verified number and its devices are remembered, in ms. */
export const MEMORY_MS = 180 * DAY

/** A number that was verified, without the number. Instants are ms since 1970. */
export interface VerifiedNumber {
  readonly traceId: string
  /** A keyed hash of the number: the same for the same number and `hashSecret`. */
  readonly numberHash: string
  /** When this number last got a ticket; `null` if not within 180 days. */
  readonly lastVerifiedAt: number | null
  readonly way: ProvenWay
  /**
   * A keyed hash of what the carrier's script says of the device, its userInformation; with `sms`, of the page's
   * `device`, `null` if it sent none. The page sends either: whoever knows another device's can send that.
   */
  readonly device: string | null
  /** When this device last got a ticket for this number; `null` if not within 180 days. */
  readonly deviceLastVerifiedAt: number | null
}

/** `refuse`: a code of 1–64 characters of `0-9A-Za-z_.:-`, without 8 digits in a row, for the page and the log. */
export type TicketDecision = 'allow' | { readonly refuse: string }

export type BeforeTicket = (verified: VerifiedNumber) => TicketDecision | Promise<TicketDecision>

/** The reason when `beforeTicket` fails, takes too long, or answers anything else. */
export const NOT_DECIDED = 'notDecided'

export interface DecisionOptions {
  readonly beforeTicket: BeforeTicket
  readonly timeoutMs: number
  readonly members: MemberStore
  readonly fingerprint: Fingerprint
  readonly log: Log
}

/** What is known of a number before it is checked. */
export interface History {
  readonly facts: Omit<VerifiedNumber, 'traceId'>
  /** Returns the reason of a refusal, or `null`. */
  decide(traceId: string): Promise<string | null>
  /** The number was verified now, and gets its ticket. */
  remember(): Promise<unknown>
}

export type ReadHistory = (phone: Msisdn, device: string | undefined, way: ProvenWay) => Promise<History>

/** Where a store keeps that a device verified a number. */
export interface DeviceEntry {
  readonly key: string
  readonly member: string
}

/**
 * Each kind of device is a world of its own: what the carrier's script says of one can be guessed, and must not pass for
 * the random text of another way.
 */
export function toDeviceEntry(
  fingerprint: Fingerprint,
  numberHash: string,
  way: ProvenWay,
  device: string,
): DeviceEntry {
  const kind = way === 'sms' ? 'smsDevice' : 'device'
  return { key: `${kind}:${numberHash}`, member: fingerprint(kind, device) }
}

/** Two reads at the same time, and two writes after a verdict. */
export function createHistory({ beforeTicket, timeoutMs, members, fingerprint, log }: DecisionOptions): ReadHistory {
  return async (phone, deviceText, way) => {
    const numberHash = fingerprint('number', phone)
    const numberKey = `verified:${numberHash}`
    const entry = deviceText === undefined ? null : toDeviceEntry(fingerprint, numberHash, way, deviceText)
    const [lastVerifiedAt, deviceLastVerifiedAt] = await Promise.all([
      members.findExpiry(numberKey, '').then(toStart),
      entry && members.findExpiry(entry.key, entry.member).then(toStart),
    ])
    const facts = { way, numberHash, lastVerifiedAt, device: entry?.member ?? null, deviceLastVerifiedAt }
    return {
      facts,
      async decide(traceId) {
        try {
          const decided = await limitTime(Promise.resolve(beforeTicket({ traceId, ...facts })), timeoutMs)
          return readReason(decided)
        } catch (error) {
          log.error({ traceId, err: error }, 'beforeTicket failed, so the login is refused')
          return NOT_DECIDED
        }
      },
      remember: () =>
        Promise.all([members.add(numberKey, '', MEMORY_MS), entry && members.add(entry.key, entry.member, MEMORY_MS)]),
    }
  }
}

function toStart(expiry: number | null): number | null {
  return expiry === null ? null : expiry - MEMORY_MS
}

const REASON = /^(?!.*\d{8})[\w.:-]{1,64}$/

/** Anything but a clear permission refuses. */
function readReason(decision: TicketDecision): string | null {
  if (decision === 'allow') return null
  const { refuse } = Object(decision)
  if (typeof refuse === 'string' && REASON.test(refuse)) return refuse
  throw new TypeError("beforeTicket must return 'allow' or { refuse: code }")
}
