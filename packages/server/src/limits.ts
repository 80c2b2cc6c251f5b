// Mirrors the carrier's quotas, so that the server stops before a billed call. A session's wrong numbers are bounded
// also while calls run. A number's count is only read before a call: what a stranger types must not use it up.
import type { Msisdn } from '@local-number/protocol'
import { ServerError } from './errors'
import type { Fingerprint } from './fingerprint'
import type { LimitValues } from './options'
import { DAY, getMsToNextShanghaiDay, getShanghaiDay } from './shanghai-day'
import type { CounterStore } from './stores/stores'

/**
 * How a check ended, as far as the limits care.
 *
 * - `verified`: counts for the number, because it proves that the token was that number's (decision 0009)
 * - `wrongNumber`: counts for the session
 * - `noVerdict`: counts for nobody
 */
export type CheckEnd = 'verified' | 'wrongNumber' | 'noVerdict'

export type StartedCheck =
  | { readonly granted: false; readonly exhausted: 'session' | 'number'; readonly wrongNumbersLeft: number }
  | { readonly granted: true; readonly finish: Finish }

/** Ends the check. Returns how many wrong numbers the session has left. */
type Finish = (end: CheckEnd) => Promise<number>

export interface Limits {
  /** Whether a session has sent too many wrong numbers to go on. */
  isExhausted(session: string): Promise<boolean>
  /** Starts a check, which must be finished if it is granted. A number that reached its daily limit counts as wrong. */
  start(session: string, phone: Msisdn): Promise<StartedCheck>
}

export interface LimitsOptions {
  readonly values: LimitValues
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

/** A check that never ends, because its process or the store failed, blocks its session no longer than this. */
const RUNNING_TTL_MS = 60_000

type Add = (by: number) => Promise<number>

export function createLimits({ values, counters, fingerprint, now }: LimitsOptions): Limits {
  const { wrongNumbersPerSession, checksPerNumberAndDay } = values
  const openSession = (session: string) => {
    const hash = fingerprint('session', session)
    const open = (kind: string, ttlMs: number) => (by: number) => counters.add(`${kind}:${hash}`, by, ttlMs)
    return { addWrong: open('session', DAY), addRunning: open('running', RUNNING_TTL_MS) }
  }
  const openNumber = (phone: Msisdn): Add => {
    const key = `number:${getShanghaiDay(now())}:${fingerprint('number', phone)}`
    const ttlMs = getMsToNextShanghaiDay(now())
    return (by) => counters.add(key, by, ttlMs)
  }
  const toLeft = (wrong: number) => Math.max(0, wrongNumbersPerSession - wrong)

  return {
    async isExhausted(session) {
      return (await openSession(session).addWrong(0)) >= wrongNumbersPerSession
    },

    async start(session, phone) {
      const { addWrong, addRunning } = openSession(session)
      const addCheck = openNumber(phone)
      const { running, wrong, checks } = await undoOnFailure(addRunning, async (running) => {
        // Read after the running check was added: one that ends meanwhile is in one of the two counts at any time.
        const wrong = await addWrong(0)
        return { running, wrong, checks: await addCheck(0) }
      })
      if (wrong + running > wrongNumbersPerSession) {
        await addRunning(-1).catch(() => undefined)
        return { granted: false, exhausted: 'session', wrongNumbersLeft: toLeft(wrong) }
      }
      const end: Finish = (how) => finish(how, { addWrong, addRunning, addCheck }).then(toLeft)
      if (checks < checksPerNumberAndDay) return { granted: true, finish: end }
      // Tells that the number was verified today, also to a stranger: a session can ask as often as for a wrong one.
      return { granted: false, exhausted: 'number', wrongNumbersLeft: await end('wrongNumber') }
    },
  }
}

/** Adds one, and takes it back if what follows fails. Where that fails, too, it expires. */
async function undoOnFailure<T>(add: Add, next: (sum: number) => Promise<T>): Promise<T> {
  const sum = await add(1)
  try {
    return await next(sum)
  } catch (error) {
    await add(-1).catch(() => undefined)
    throw error
  }
}

interface Counts {
  readonly addWrong: Add
  readonly addRunning: Add
  readonly addCheck: Add
}

/** Returns the session's wrong numbers. */
async function finish(end: CheckEnd, { addWrong, addRunning, addCheck }: Counts): Promise<number> {
  try {
    if (end === 'verified') await addCheck(1)
    return await addWrong(end === 'wrongNumber' ? 1 : 0)
  } finally {
    await addRunning(-1).catch(() => undefined)
  }
}

/** The refusal of an exhausted session. A counter does not tell when it began, so the wait is the longest possible. */
export function createExhaustedError(): ServerError {
  return new ServerError('attemptsExhausted', { facts: { retryAfterMs: DAY, reason: 'wrongNumbersPerSession' } })
}
