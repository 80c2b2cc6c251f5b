// Mirrors the carrier's quotas, so that the server stops before a billed call. A count is taken before the call and given
// back after it where the carrier did not count either: racing requests cannot slip past.
import type { Msisdn } from '@local-number/protocol'
import type { Fingerprint } from './fingerprint'
import { msToNextShanghaiDay, shanghaiDay } from './shanghai-day'
import type { CounterStore } from './stores/stores'

const DAY = 86_400_000

export interface LimitValues {
  /** Wrong numbers that one session may send, within 24 h of its first. */
  readonly wrongNumbersPerSession: number
  /** Checks of one number per Shanghai day: the value configured on the open platform (121011 beyond it). */
  readonly checksPerNumberAndDay: number
}

/** How a check ended, as far as the quotas care. */
export type Settlement = 'verified' | 'wrongNumber' | 'notCounted' | 'maybeCounted' | 'quotaReached'

/** What is given back (or learnt) after the call, per counter. */
const CORRECTIONS: Readonly<Record<Settlement, (limit: LimitValues) => { session: number; number: number }>> = {
  verified: () => ({ session: -1, number: 0 }),
  wrongNumber: () => ({ session: 0, number: 0 }),
  notCounted: () => ({ session: -1, number: -1 }),
  maybeCounted: () => ({ session: -1, number: 0 }),
  quotaReached: (limit) => ({ session: -1, number: limit.checksPerNumberAndDay }),
}

export type Reservation =
  | { readonly granted: false; readonly exhausted: 'session' | 'number' }
  | {
      readonly granted: true
      /** Ends the reservation. Returns how many tries are left: the smaller of the two. */
      settle(how: Settlement): Promise<number>
    }

export interface Limits {
  /** Whether a session has sent too many wrong numbers to go on. */
  exhausted(session: string): Promise<boolean>
  /** Takes one try of the session and of the number, both or none. */
  reserve(session: string, phone: Msisdn): Promise<Reservation>
}

export interface LimitsOptions {
  readonly values: LimitValues
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

export function createLimits({ values, counters, fingerprint, now }: LimitsOptions): Limits {
  const sessionCounter = (session: string) => {
    const key = `session:${fingerprint('session', session)}`
    return (by: number) => counters.add(key, by, DAY)
  }
  const numberCounter = (phone: Msisdn) => {
    const key = `number:${shanghaiDay(now())}:${fingerprint('number', phone)}`
    const ttlMs = msToNextShanghaiDay(now())
    return (by: number) => counters.add(key, by, ttlMs)
  }

  return {
    async exhausted(session) {
      return (await sessionCounter(session)(0)) >= values.wrongNumbersPerSession
    },

    async reserve(session, phone) {
      const [addToSession, addToNumber] = [sessionCounter(session), numberCounter(phone)]
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
