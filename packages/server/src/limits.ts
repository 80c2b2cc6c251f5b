// Mirrors the carrier's quotas, so that the server stops before a billed call. A check is reserved before the call and
// given back after it if the carrier did not count it either: racing requests cannot slip past.
import type { Msisdn } from '@local-number/protocol'
import { ServerError } from './errors'
import type { Fingerprint } from './fingerprint'
import type { LimitValues } from './options'
import { DAY, getMsToNextShanghaiDay, getShanghaiDay } from './shanghai-day'
import type { CounterStore } from './stores/stores'

/** How a check ended, as far as the quotas care. */
export type Settlement = 'verified' | 'wrongNumber' | 'notCounted' | 'maybeCounted' | 'quotaReached'

/** What is added to each counter after the call. */
const CORRECTIONS: Readonly<Record<Settlement, (limits: LimitValues) => { session: number; number: number }>> = {
  verified: () => ({ session: -1, number: 0 }),
  wrongNumber: () => ({ session: 0, number: 0 }),
  notCounted: () => ({ session: -1, number: -1 }),
  maybeCounted: () => ({ session: -1, number: 0 }),
  quotaReached: ({ checksPerNumberAndDay }) => ({ session: -1, number: checksPerNumberAndDay }),
}

export type Reservation =
  | { readonly granted: false; readonly exhausted: 'session' | 'number' }
  | {
      readonly granted: true
      /** Ends the reservation. Returns how many checks are left: the smaller of the two counts. */
      settle(how: Settlement): Promise<number>
    }

export interface Limits {
  /** Whether a session has sent too many wrong numbers to go on. */
  isExhausted(session: string): Promise<boolean>
  /** Reserves one check for the session and one for the number, both or neither. */
  reserve(session: string, phone: Msisdn): Promise<Reservation>
}

export interface LimitsOptions {
  readonly values: LimitValues
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

export function createLimits({ values, counters, fingerprint, now }: LimitsOptions): Limits {
  const openSessionCounter = (session: string) => {
    const key = `session:${fingerprint('session', session)}`
    return (by: number) => counters.add(key, by, DAY)
  }
  const openNumberCounter = (phone: Msisdn) => {
    const key = `number:${getShanghaiDay(now())}:${fingerprint('number', phone)}`
    const ttlMs = getMsToNextShanghaiDay(now())
    return (by: number) => counters.add(key, by, ttlMs)
  }

  return {
    async isExhausted(session) {
      return (await openSessionCounter(session)(0)) >= values.wrongNumbersPerSession
    },

    async reserve(session, phone) {
      const [addToSession, addToNumber] = [openSessionCounter(session), openNumberCounter(phone)]
      if ((await addToSession(1)) > values.wrongNumbersPerSession) {
        await addToSession(-1)
        return { granted: false, exhausted: 'session' }
      }
      if ((await addToNumber(1)) > values.checksPerNumberAndDay) {
        await Promise.all([addToSession(-1), addToNumber(-1)])
        return { granted: false, exhausted: 'number' }
      }
      return {
        granted: true,
        async settle(how) {
          const correction = CORRECTIONS[how](values)
          const [wrong, checks] = await Promise.all([addToSession(correction.session), addToNumber(correction.number)])
          return Math.max(0, Math.min(values.wrongNumbersPerSession - wrong, values.checksPerNumberAndDay - checks))
        },
      }
    },
  }
}

/** The refusal of an exhausted session. A counter does not tell when it began, so the wait is the longest possible. */
export function createExhaustedError(): ServerError {
  return new ServerError('attemptsExhausted', { facts: { retryAfterMs: DAY, reason: 'wrongNumbersPerSession' } })
}
