// SMS pumping: somebody has messages sent to numbers that earn them money, and never logs in. Many messages to numbers
// that begin alike, with hardly any of them verified, are an alarm. It stops nothing: the caps do.
import type { Fingerprint } from '../fingerprint'
import type { Log } from '../log/log'
import type { CounterStore } from '../stores/stores'
import { getHour, HOUR } from './hours'
import type { PumpingFacts, SmsLimitValues } from './options'

/** Of a number: 10,000 numbers share them. */
const PREFIX_LENGTH = 7

export interface PumpingAlarmOptions {
  readonly values: Pick<SmsLimitValues, 'alarmAfterSends' | 'verifiedPercent'>
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly onPumping: ((facts: PumpingFacts) => void) | undefined
  readonly log: Log
  readonly now: () => number
}

export interface PumpingAlarm {
  /** How many numbers with this one's prefix were verified in this hour. */
  countVerified(phone: string): Promise<number>
  noteVerified(phone: string): Promise<unknown>
  /** Raises the alarm if it is time to: `sent` is how many messages the prefix got with this one. */
  judge(phone: string, facts: Omit<PumpingFacts, 'prefix'>): void
}

export function toPrefix(phone: string): string {
  return phone.slice(0, PREFIX_LENGTH)
}

export function createPumpingAlarm(options: PumpingAlarmOptions): PumpingAlarm {
  const { values, counters, fingerprint, onPumping, log, now } = options
  const add = (phone: string, by: number) =>
    counters.add(`sms:verified:${getHour(now())}:${fingerprint('smsPrefix', toPrefix(phone))}`, by, HOUR)
  return {
    countVerified: (phone) => add(phone, 0),
    noteVerified: (phone) => add(phone, 1),
    judge(phone, { sent, verified, traceId }) {
      // Each message has its own number, so that of several processes one raises it.
      const isTime = sent % values.alarmAfterSends === 0
      if (!isTime || verified * 100 >= sent * values.verifiedPercent) return
      const facts: PumpingFacts = { prefix: toPrefix(phone), sent, verified, traceId }
      log.warn({ ...facts, code: 'smsPumping' }, 'many messages to numbers that begin alike, and few are verified')
      try {
        onPumping?.(facts)
      } catch (error) {
        log.error({ traceId, err: error }, 'onPumping failed')
      }
    },
  }
}
