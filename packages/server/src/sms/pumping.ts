// SMS pumping: somebody has messages sent to numbers that earn them money, and never logs in. Many messages of which
// hardly any number is verified are an alarm: to numbers that begin alike, and, for who spreads them, to all numbers. It
// stops nothing: the caps do.
import type { Fingerprint } from '../fingerprint'
import type { Log } from '../log/log'
import type { CounterStore } from '../stores/stores'
import { getHour, getShare, HOUR } from './hours'
import type { PumpingFacts, SmsLimitValues } from './options'

/** Of a number: 10,000 numbers share them. */
const PREFIX_LENGTH = 7

export interface PumpingAlarmOptions {
  readonly values: Pick<SmsLimitValues, 'alarmAfterSends' | 'messagesPerHour' | 'verifiedPercent'>
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly onPumping: ((facts: PumpingFacts) => void) | undefined
  readonly log: Log
  readonly now: () => number
}

/** Of an hour: with the prefix of a number, and of all numbers. */
export interface HourCounts {
  readonly prefix: number
  readonly all: number
}

/** What is known when a message is sent, with which `sent` counts. */
export interface PumpingSigns {
  readonly sent: HourCounts
  readonly verified: HourCounts
  readonly traceId: string
}

export interface PumpingAlarm {
  /** How many numbers were verified in this hour. */
  countVerified(phone: string): Promise<HourCounts>
  noteVerified(phone: string): Promise<unknown>
  /** Raises the alarm if it is time to. */
  judge(phone: string, signs: PumpingSigns): void
}

export function toPrefix(phone: string): string {
  return phone.slice(0, PREFIX_LENGTH)
}

export function createPumpingAlarm(options: PumpingAlarmOptions): PumpingAlarm {
  const { values, counters, fingerprint, onPumping, log, now } = options
  const scopes = [
    ['prefix', values.alarmAfterSends],
    ['all', getShare(values.messagesPerHour)],
  ] as const

  async function add(phone: string, by: number): Promise<HourCounts> {
    const key = `sms:verified:${getHour(now())}`
    const ofPrefix = `${key}:${fingerprint('smsPrefix', toPrefix(phone))}`
    const [prefix, all] = await Promise.all([counters.add(ofPrefix, by, HOUR), counters.add(key, by, HOUR)])
    return { prefix, all }
  }

  function raise(facts: PumpingFacts): void {
    log.warn({ ...facts, code: 'smsPumping' }, 'many messages, and few of their numbers are verified')
    try {
      onPumping?.(facts)
    } catch (error) {
      log.error({ traceId: facts.traceId, err: error }, 'onPumping failed')
    }
  }

  return {
    countVerified: (phone) => add(phone, 0),
    noteVerified: (phone) => add(phone, 1),
    judge(phone, signs) {
      for (const [scope, after] of scopes) {
        const [sent, verified] = [signs.sent[scope], signs.verified[scope]]
        // Each message has its own number, so that of several processes one raises it.
        const isTime = sent % after === 0
        if (!isTime || verified * 100 >= sent * values.verifiedPercent) continue
        raise({ prefix: scope === 'prefix' ? toPrefix(phone) : null, sent, verified, traceId: signs.traceId })
      }
    },
  }
}
