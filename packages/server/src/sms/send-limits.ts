// How many messages a session, an address, a prefix and all together get. What a number gets is decided with
// its code (`stores/codes.ts`). Counts are first read alone, so that a refused request changes none of them; then the
// message is counted everywhere, and what races beyond a limit is undone.
import type { CallFacts, QuotaFacts } from '../call-facts'
import type { Fingerprint } from '../fingerprint'
import { type ClientAddress, parseClientAddress } from '../rate-limits/client-address'
import { DAY, getMsToNextShanghaiDay, getShanghaiDay } from '../shanghai-day'
import type { CounterStore } from '../stores/stores'
import { getHour, getMsToNextHour, HOUR } from './hours'
import type { SmsLimitValues } from './options'
import { toPrefix } from './pumping'

/** Of the messages of an hour: what one address, or one prefix, may get. */
const SHARE = 0.1

export interface SendSubject {
  readonly phone: string
  readonly sessionHash: string
  readonly client: Pick<CallFacts, 'address' | 'callerId'>
}

export type SendLimitName = 'messagesPerDay' | 'messagesPerHour' | 'prefixShare' | 'addressShare' | FreeLimitName

/** Beyond these, a captcha allows another message. */
export type FreeLimitName = 'sendsPerSession' | 'sendsPerAddress'

export interface SendLimit {
  readonly name: SendLimitName
  readonly key: string
  readonly most: number
  readonly windowMs: number
  /** Until the next window. */
  readonly resetMs: number
}

export interface CountedSend {
  /** The first limit that is exceeded with this message; `null` if none. */
  readonly exceeded: SendLimit | null
  /** Messages to the prefix in this hour, this one included. */
  readonly prefixSends: number
  readonly quotas: readonly QuotaFacts[]
}

/** Of one message. */
export interface MessageCount {
  /** The first limit that the message would exceed. Counts nothing. */
  look(): Promise<SendLimit | null>
  /** @param withCaptcha the user has solved one */
  count(withCaptcha: boolean): Promise<CountedSend>
  /** The message is not sent. */
  undo(): Promise<unknown>
}

export interface SendLimitsOptions {
  readonly values: SmsLimitValues
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

export type OpenCount = (subject: SendSubject) => MessageCount

export function createSendLimits(options: SendLimitsOptions): OpenCount {
  const { counters } = options
  return (subject) => {
    const limits = listLimits(subject, options)
    const addTo = (some: readonly SendLimit[], by: number) =>
      some.map(({ key, resetMs }) => counters.add(key, by, resetMs))
    const takeBack = (counted: readonly SendLimit[]) => Promise.allSettled(addTo(counted, -1))

    /** Counts at every limit or at none: what one of them counted without the others would never be taken back. */
    async function addOne(): Promise<readonly number[]> {
      const added = await Promise.allSettled(addTo(limits, 1))
      const failure = added.find((each) => each.status === 'rejected')
      if (failure) {
        await takeBack(limits.filter((_, index) => added[index]?.status === 'fulfilled'))
        throw failure.reason
      }
      return added.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    }

    return {
      async look() {
        const sums = await Promise.all(addTo(limits, 0))
        return limits.find(({ most }, index) => (sums[index] ?? 0) >= most) ?? null
      },
      async count(withCaptcha) {
        const sums = await addOne()
        const isExceeded = ({ name, most }: SendLimit, index: number) =>
          (sums[index] ?? 0) > most && !(withCaptcha && isFree(name))
        return {
          exceeded: limits.find(isExceeded) ?? null,
          prefixSends: sums[limits.findIndex(({ name }) => name === 'prefixShare')] ?? 0,
          quotas: limits.flatMap((limit, index) => toQuota(limit, sums[index] ?? 0)),
        }
      },
      undo: () => takeBack(limits),
    }
  }
}

export function isFree(name: SendLimitName): name is FreeLimitName {
  return name === 'sendsPerSession' || name === 'sendsPerAddress'
}

/** What a client may know of: nothing of numbers, and nothing of what all together spend. */
function toQuota({ name, most, windowMs, resetMs }: SendLimit, sum: number): QuotaFacts[] {
  return isFree(name) ? [{ name, limit: most, windowMs, remaining: Math.max(0, most - sum), resetMs }] : []
}

/** In the order in which they are told: a captcha is of no use where no message can be sent. */
function listLimits(
  { phone, sessionHash, client }: SendSubject,
  { values, fingerprint, now }: SendLimitsOptions,
): readonly SendLimit[] {
  const time = now()
  const [day, hour] = [getShanghaiDay(time), String(getHour(time))]
  const daily = { windowMs: DAY, resetMs: getMsToNextShanghaiDay(time) }
  const hourly = { windowMs: HOUR, resetMs: getMsToNextHour(time) }
  const { narrow, wide } = nameClient(client)
  const hash = (text: string) => fingerprint('smsClient', text)
  const share = Math.floor(values.messagesPerHour * SHARE)
  return [
    { name: 'messagesPerDay', key: `sms:${day}`, most: values.messagesPerDay, ...daily },
    { name: 'messagesPerHour', key: `sms:${hour}`, most: values.messagesPerHour, ...hourly },
    { name: 'prefixShare', key: `sms:${hour}:${fingerprint('smsPrefix', toPrefix(phone))}`, most: share, ...hourly },
    { name: 'addressShare', key: `sms:${hour}:${hash(wide)}`, most: share, ...hourly },
    { name: 'sendsPerSession', key: `sms:${day}:${sessionHash}`, most: values.sendsPerSession, ...daily },
    { name: 'sendsPerAddress', key: `sms:${day}:${hash(narrow)}`, most: values.sendsPerAddress, ...daily },
  ]
}

/** One subscriber's network, and what one customer of a provider has at most. */
function nameClient({ address = '', callerId }: SendSubject['client']): { narrow: string; wide: string } {
  return callerId === undefined ? nameNetworks(parseClientAddress(address)) : { narrow: callerId, wide: callerId }
}

function nameNetworks(address: ClientAddress): { narrow: string; wide: string } {
  if (address.kind === 'ipv4') return { narrow: address.text, wide: address.text }
  return { narrow: address.network, wide: address.site }
}
