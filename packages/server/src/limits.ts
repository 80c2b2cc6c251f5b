// Mirrors the carrier's quotas, so that the server stops before a billed call. A session's wrong numbers are bounded
// also while checks run: each counts as wrong until its end. What runs is kept by its attempt and not by its number, so
// that nobody else can take it back. A number's count is only read before a call: what a stranger types must not use it
// up. Nor do failed checks count for a number, which a stranger may have typed.
import type { Msisdn } from '@local-number/protocol'
import { ServerError } from './errors'
import type { Fingerprint } from './fingerprint'
import type { LimitValues } from './options'
import type { Client } from './rate-limits/client'
import type { FailedChecks } from './rate-limits/failed-checks'
import { DAY, getMsToNextShanghaiDay, getShanghaiDay } from './shanghai-day'
import type { CounterStore, MemberStore } from './stores/stores'

/**
 * How a check ended, as far as the limits care.
 *
 * - `verified`: counts for the number, because it proves that the token was that number's (decision 0009)
 * - `wrongNumber`: counts for the session, once for each number
 * - `failed`: the platform answered and did not compare; counts for session and client (decision 0028)
 * - `noVerdict`: counts for nobody
 */
export type CheckEnd = 'verified' | 'wrongNumber' | 'failed' | 'noVerdict'

/** Whose check it is, and of which number. */
export interface CheckedNumber {
  readonly attemptId: string
  readonly sessionHash: string
  readonly phone: Msisdn
  readonly client: Client
}

/** A check that counts as a wrong number of its session until it is finished. */
export interface StartedCheck {
  /** Which limit the check would exceed; `null` if none. */
  readonly exhausted: 'session' | 'failures' | 'number' | null
  /** How many wrong numbers the session has left if the check ends so. */
  countLeft(end: CheckEnd): number
  /** Of the request that started the check of its attempt. */
  finish(end: CheckEnd): Promise<void>
  /** Of a request that started nothing, whose attempt has ended. What the check of another request counts stays. */
  withdraw(): Promise<void>
}

export interface Limits {
  /** Whether a session has sent too many wrong numbers to go on. */
  isExhausted(sessionHash: string): Promise<boolean>
  /**
   * Asks no store.
   *
   * @throws ServerError `rateLimited` if this process knows that too many checks of the client failed
   */
  requireRoom(client: Client): Promise<void>
  start(number: CheckedNumber): Promise<StartedCheck>
}

export interface LimitsOptions {
  readonly values: Pick<LimitValues, 'wrongNumbersPerSession' | 'checksPerNumberAndDay'>
  readonly counters: CounterStore
  readonly members: MemberStore
  readonly failedChecks: FailedChecks
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

/** A check that never ends, because its process or the store failed, counts no longer than this, in ms. */
const RUNNING_TTL_MS = 60_000

export function createLimits(options: LimitsOptions): Limits {
  const { values, counters, members, failedChecks, fingerprint, now } = options
  const { wrongNumbersPerSession, checksPerNumberAndDay } = values
  const toKey = (sessionHash: string) => `wrong:${sessionHash}`

  return {
    async isExhausted(sessionHash) {
      return (await members.count(toKey(sessionHash))) >= wrongNumbersPerSession
    },

    requireRoom: (client) => failedChecks.requireRoom(client),

    async start({ attemptId, sessionHash, phone, client }) {
      const [wrongNumbers, number] = [toKey(sessionHash), fingerprint('number', phone)]
      const running = `attempt:${attemptId}`
      const remove = () => members.remove(wrongNumbers, running, RUNNING_TTL_MS)
      const addCheck = openCounter(counters, number, now())
      const [added, read] = await Promise.allSettled([
        members.add(wrongNumbers, running, RUNNING_TTL_MS, client.owner),
        Promise.all([addCheck(0), failedChecks.isExhausted(sessionHash), members.findExpiry(wrongNumbers, number)]),
      ])
      if (added.status === 'rejected') throw added.reason
      const { size, isNew } = added.value
      if (read.status === 'rejected') {
        if (isNew) await remove().catch(() => undefined)
        throw read.reason
      }
      const [checks, isFailing, wrongUntil] = read.value
      const before = size - 1
      // A number that was wrong before is counted already.
      const ifWrong = wrongUntil === null ? size : before
      return {
        exhausted: findExhausted([
          ['session', ifWrong > wrongNumbersPerSession],
          ['failures', isFailing],
          ['number', checks >= checksPerNumberAndDay],
        ]),
        countLeft: (end) => Math.max(0, wrongNumbersPerSession - (end === 'wrongNumber' ? ifWrong : before)),
        async finish(end) {
          // Before the running one is taken back: one of the two counts at any time.
          const count = end === 'wrongNumber' && members.add(wrongNumbers, number, DAY, client.owner)
          const work = [
            end === 'verified' && addCheck(1),
            end === 'failed' && failedChecks.count(sessionHash, client),
            count ? count.then(remove) : remove(),
          ]
          await Promise.all(work)
        },
        async withdraw() {
          if (isNew) await remove()
        },
      }
    },
  }
}

type Exhausted = StartedCheck['exhausted']

function findExhausted(limits: readonly (readonly [Exhausted, isExceeded: boolean])[]): Exhausted {
  return limits.find(([, isExceeded]) => isExceeded)?.[0] ?? null
}

/** Of the checks of a number on the day that it is now. */
function openCounter(counters: CounterStore, number: string, time: number): (by: number) => Promise<number> {
  const [key, ttlMs] = [`number:${getShanghaiDay(time)}:${number}`, getMsToNextShanghaiDay(time)]
  return (by) => counters.add(key, by, ttlMs)
}

/** The refusal of an exhausted session. When its first wrong number expires is not told, so the wait is the longest. */
export function createExhaustedError(): ServerError {
  return new ServerError('attemptsExhausted', { facts: { retryAfterMs: DAY, reason: 'wrongNumbersPerSession' } })
}

/** The refusal of a session whose checks fail, as for made-up tokens. Its wait is the longest, too. */
export function createFailingError(): ServerError {
  return new ServerError('rateLimited', { facts: { retryAfterMs: DAY, reason: 'failedChecksPerSession' } })
}
