// How many messages a session, an address, a prefix and all together get. What a number gets is decided with
// its code (`stores/codes.ts`). Counts are first read alone, so that a refused request changes none of them; then the
// message is counted everywhere, and what races beyond a limit is undone.
import type { CallFacts, QuotaFacts } from '../call-facts'
import type { Fingerprint } from '../fingerprint'
import { type ClientAddress, parseClientAddress } from '../rate-limits/client-address'
import { DAY, getMsToNextShanghaiDay, getShanghaiDay } from '../shanghai-day'
import type { CounterStore } from '../stores/stores'
import { getHour, getMsToNextHour, getShare, HOUR } from './hours'
import type { SmsLimitValues } from './options'
import { type HourCounts, toPrefix } from './pumping'

/** Of the messages of a day and of an hour, and of a prefix's share: what is left to devices that are known. */
const RESERVE = 0.2

/** Of an hour's messages and a prefix's share: from how many on everybody needs a captcha. */
const BUSY = 0.5

/** How many networks' free messages an IPv6 site has: it may be one customer, or a carrier's many. */
const SITE_NETWORKS = 10

export interface SendSubject {
  readonly phone: string
  readonly sessionHash: string
  readonly client: Pick<CallFacts, 'address' | 'callerId'>
}

export type SendLimitName =
  | 'messagesPerDay'
  | 'messagesPerHour'
  | 'prefixShare'
  | 'addressShare'
  | 'sendsPerSession'
  | 'sendsPerAddress'
  | 'sendsPerSite'

/** A solved captcha, or a device that verified the number before. */
export type Lift = 'captcha' | 'device'

export interface SendLimit {
  readonly name: SendLimitName
  /** Several limits may share one count. */
  readonly key: string
  readonly most: number
  /** Each lets another message pass. */
  readonly lifts: readonly Lift[]
  readonly windowMs: number
  /** Until the next window. */
  readonly resetMs: number
}

/** What lifts limits of a message. */
export interface Lifts {
  /** The user has solved one. */
  readonly withCaptcha: boolean
  /** The device has verified the number before. */
  readonly isKnown: boolean
}

export interface CountedSend {
  /** The first limit that is exceeded with this message; `null` if none. */
  readonly exceeded: SendLimit | null
  /** Messages in this hour, this one included. */
  readonly sent: HourCounts
  readonly quotas: readonly QuotaFacts[]
}

/** Of one message. */
export interface MessageCount {
  /** Reads the counts, and returns what finds the first limit that the message would exceed. */
  look(): Promise<(lifts: Lifts) => SendLimit | null>
  count(lifts: Lifts): Promise<CountedSend>
  /** The message is not sent. `but` stays counted. */
  undo(but?: SendLimitName): Promise<unknown>
}

export interface SendLimitsOptions {
  readonly values: SmsLimitValues
  readonly hasCaptcha: boolean
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

/** A counter, and for how long it is kept. */
type Count = readonly [key: string, resetMs: number]

export type OpenCount = (subject: SendSubject) => MessageCount

export function createSendLimits(options: SendLimitsOptions): OpenCount {
  const { counters } = options
  return (subject) => {
    const limits = listLimits(subject, options)
    /** Each once: limits may share one. */
    const listCounts = (some: readonly SendLimit[] = limits) => [
      ...new Map(some.map(({ key, resetMs }) => [key, resetMs])),
    ]
    const addTo = (counts: readonly Count[], by: number) =>
      counts.map(async ([key, resetMs]) => [key, await counters.add(key, by, resetMs)] as const)
    const takeBack = (counts: readonly Count[]) => Promise.allSettled(addTo(counts, -1))
    const find = (sums: ReadonlyMap<string, number>, lifts: Lifts) =>
      limits.find((limit) => !isLifted(limit, lifts) && (sums.get(limit.key) ?? 0) > limit.most) ?? null

    /** Counts everywhere or nowhere: what one counter added without the others would never be taken back. */
    async function addOne(): Promise<ReadonlyMap<string, number>> {
      const counts = listCounts()
      const added = await Promise.allSettled(addTo(counts, 1))
      const failure = added.find((each) => each.status === 'rejected')
      if (failure) {
        await takeBack(counts.filter((_, index) => added[index]?.status === 'fulfilled'))
        throw failure.reason
      }
      return new Map(added.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
    }

    return {
      async look() {
        const sums = await Promise.all(addTo(listCounts(), 0))
        const next = new Map(sums.map(([key, sum]) => [key, sum + 1]))
        return (lifts) => find(next, lifts)
      },
      async count(lifts) {
        const sums = await addOne()
        const readSum = (name: SendLimitName) => sums.get(limits.find((limit) => limit.name === name)?.key ?? '') ?? 0
        return {
          exceeded: find(sums, lifts),
          sent: { prefix: readSum('prefixShare'), all: readSum('messagesPerHour') },
          quotas: limits.flatMap((limit) => toQuota(limit, sums.get(limit.key) ?? 0)),
        }
      },
      undo: (but) => takeBack(listCounts(limits.filter(({ name }) => name !== but))),
    }
  }
}

function isLifted({ lifts }: SendLimit, { withCaptcha, isKnown }: Lifts): boolean {
  return (withCaptcha && lifts.includes('captcha')) || (isKnown && lifts.includes('device'))
}

/** What a client may know of: nothing of numbers, and nothing of what all together spend. */
function toQuota({ name, most, windowMs, resetMs }: SendLimit, sum: number): QuotaFacts[] {
  const isTold = name === 'sendsPerSession' || name === 'sendsPerAddress'
  return isTold ? [{ name, limit: most, windowMs, remaining: Math.max(0, most - sum), resetMs }] : []
}

/** In the order in which they are told: a captcha is of no use where no message can be sent. */
function listLimits(
  { phone, sessionHash, client }: SendSubject,
  { values, hasCaptcha, fingerprint, now }: SendLimitsOptions,
): readonly SendLimit[] {
  const time = now()
  const [day, hour] = [getShanghaiDay(time), String(getHour(time))]
  const daily = { windowMs: DAY, resetMs: getMsToNextShanghaiDay(time) }
  const hourly = { windowMs: HOUR, resetMs: getMsToNextHour(time) }
  const { narrow, wide } = nameClient(client)
  const hash = (text: string) => fingerprint('smsClient', text)
  const { messagesPerDay, messagesPerHour, sendsPerSession, sendsPerAddress } = values
  const share = getShare(messagesPerHour)
  const inHour = { name: 'messagesPerHour', key: `sms:${hour}`, most: messagesPerHour, ...hourly } as const
  const prefixKey = `sms:${hour}:${fingerprint('smsPrefix', toPrefix(phone))}`
  const inPrefix = { name: 'prefixShare', key: prefixKey, most: share, ...hourly } as const
  const caps = [
    { name: 'messagesPerDay', key: `sms:${day}`, most: messagesPerDay, ...daily } as const,
    inHour,
    inPrefix,
  ]
  const addressKey = `sms:${hour}:${hash(wide)}`
  const site = { key: `sms:${day}:site:${hash(wide)}`, most: sendsPerAddress * SITE_NETWORKS }
  // Of what neighbors may use up, a known device needs nothing: its number bounds it.
  const ofAddress = { lifts: ['captcha', 'device'], ...daily } as const
  return [
    ...caps.map((limit) => ({ ...limit, lifts: [] })),
    ...caps.map((limit) => ({ ...limit, most: openPart(limit.most), lifts: ['device'] as const })),
    { name: 'addressShare', key: addressKey, most: share, lifts: ['device'], ...hourly },
    { name: 'sendsPerSession', key: `sms:${day}:${sessionHash}`, most: sendsPerSession, lifts: ['captcha'], ...daily },
    { name: 'sendsPerAddress', key: `sms:${day}:${hash(narrow)}`, most: sendsPerAddress, ...ofAddress },
    ...(wide === narrow ? [] : [{ name: 'sendsPerSite', ...site, ...ofAddress } as const]),
    // Without a captcha, half of the messages would have nobody to take them.
    ...(hasCaptcha ? [inHour, inPrefix] : []).map((limit) => {
      return { ...limit, most: Math.ceil(limit.most * BUSY), lifts: ['captcha'] as const }
    }),
  ]
}

/** What strangers may have of it. */
function openPart(most: number): number {
  return most - Math.floor(most * RESERVE)
}

/** One subscriber's network, and what one customer of a provider has at most. */
function nameClient({ address = '', callerId }: SendSubject['client']): { narrow: string; wide: string } {
  return callerId === undefined ? nameNetworks(parseClientAddress(address)) : { narrow: callerId, wide: callerId }
}

function nameNetworks(address: ClientAddress): { narrow: string; wide: string } {
  if (address.kind === 'ipv4') return { narrow: address.text, wide: address.text }
  return { narrow: `${address.network}/64`, wide: `${address.site}/48` }
}
