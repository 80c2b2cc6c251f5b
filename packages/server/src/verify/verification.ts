// Spends one attempt: asks the platform whether the typed number is the SIM's number. The intent is written before the
// call and the end after it, so that a repeated request gets the same answer and no second call, whatever was lost in
// between (decision 0027).
import { setTimeout as wait } from 'node:timers/promises'
import { parseMsisdn, type VerifyAnswer, type VerifyRequest } from '@local-number/protocol'
import type { AttemptIds } from '../attempt-id'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { Limits, StartedCheck } from '../limits'
import type { Room } from '../room'
import type { AttemptProgress, AttemptStore, CheckStart } from '../stores/stores'
import type { History, ReadHistory } from './before-ticket'
import { type CheckRunner, createLostAnswer, type NumberAndToken } from './run-check'
import { createTurns } from './turns'

export interface VerificationOptions {
  readonly attempts: AttemptStore
  readonly attemptIds: AttemptIds
  readonly limits: Limits
  readonly fingerprint: Fingerprint
  readonly room: Room
  /** `null` without `beforeTicket`: then nothing is remembered. */
  readonly readHistory: ReadHistory | null
  readonly runner: CheckRunner
  /** From intent to end, in ms: the end of a check that takes longer is lost. */
  readonly budgetMs: number
}

export interface Verification {
  /**
   * The same request gets the same answer for 120 s. The answer carries the attempt's own trace id, and so does an
   * error thrown once the attempt is known.
   *
   * @param session if given, the attempt must belong to this session
   * @throws ServerError `phoneMalformed` and `consentRequired` (the attempt stays valid), `attemptSpent`,
   *   `attemptsExhausted`, `loginRefused`, `overloaded`
   */
  verify(request: VerifyRequest, session?: string): Promise<VerifyAnswer>
}

/** How long an attempt is kept after its budget, in ms: to tell those who repeat it that its end is lost. */
const LOST_TTL_MS = 120_000

/** When a repeated request looks again whether the first one has ended, in ms. The last pause repeats. */
const PAUSES_MS = [25, 50, 100, 200, 400] as const

interface Call extends NumberAndToken {
  readonly sessionHash: string
  readonly start: CheckStart
}

/** What the stores say before the platform is asked. */
interface Begun {
  readonly found: AttemptProgress | null
  readonly check: StartedCheck
  readonly history: History | null
}

export function createVerification(options: VerificationOptions): Verification {
  const { attempts, attemptIds, limits, fingerprint, room, readHistory, runner, budgetMs } = options
  const turns = createTurns()

  /** All at the same time, since a login waits for it. */
  async function begin({ attemptId, sessionHash, phone, userInformation, start }: Call): Promise<Begun> {
    const [found, check, history] = await Promise.allSettled([
      attempts.startCheck(attemptId, start),
      limits.start(sessionHash, phone),
      readHistory?.(phone, userInformation, 'sim') ?? null,
    ] as const)
    if (found.status === 'fulfilled' && check.status === 'fulfilled' && history.status === 'fulfilled') {
      return { found: found.value, check: check.value, history: history.value }
    }
    const [error] = [found, check, history].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    if (check.status === 'fulfilled') await check.value.finish('noVerdict').catch(() => undefined)
    if (found.status === 'fulfilled' && isStarted(found.value)) {
      return runner.giveUp(attemptId, found.value.attempt, error)
    }
    throw error
  }

  /** Takes a place, which a check keeps until its end, and what only looks gives back. */
  async function enter(call: Call): Promise<Begun & { readonly leave: () => void }> {
    const leave = room.takePlace()
    try {
      const begun = await begin(call)
      if (!isStarted(begun.found)) leave()
      return { ...begun, leave }
    } catch (error) {
      leave()
      throw error
    }
  }

  /** Runs the check, or returns how far another request has brought it. */
  async function startOrFind(call: Call): Promise<VerifyAnswer | Found> {
    const { found, check, history, leave } = await turns.take(call.attemptId, () => enter(call))
    if (isStarted(found)) return runner.run({ ...call, attempt: found.attempt, check, history }).finally(leave)
    const attemptsLeft = check.countLeft('noVerdict')
    await check.finish('noVerdict')
    return { found, attemptsLeft }
  }

  async function waitForEnd({ attemptId, phone, start }: Call, { found, attemptsLeft }: Found): Promise<VerifyAnswer> {
    let seen = found
    for (let round = 0; seen !== null; round += 1) {
      const { attempt, progress } = seen
      if (progress.state === 'signed') throw new ServerError('consentRequired', { traceId: attempt.traceId })
      if (progress.request !== start.request) break
      if (progress.state === 'done') return runner.repeat({ phone, attempt, result: progress.result })
      if (progress.state === 'unknown') return createLostAnswer(attempt, attemptsLeft)
      await wait(PAUSES_MS[Math.min(round, PAUSES_MS.length - 1)])
      seen = await attempts.startCheck(attemptId, start)
    }
    throw new ServerError('attemptSpent')
  }

  return {
    async verify({ attemptId, phone: typed, token, userInformation }, session) {
      const phone = parseMsisdn(typed)
      if (phone === null) throw new ServerError('phoneMalformed')
      const sessionHash = attemptIds.readSessionHash(attemptId)
      const isStrangers = session !== undefined && attemptIds.hashSession(session) !== sessionHash
      if (sessionHash === null || isStrangers) throw new ServerError('attemptSpent')
      const request = fingerprint('verify', JSON.stringify([phone, token, userInformation]))
      const start = { request, budgetMs, ttlMs: budgetMs + LOST_TTL_MS }
      const call = { attemptId, sessionHash, phone, token, userInformation, start }
      const begun = await startOrFind(call)
      return 'found' in begun ? waitForEnd(call, begun) : begun
    },
  }
}

/** How far another request has brought the check. */
interface Found {
  readonly found: AttemptProgress | null
  readonly attemptsLeft: number
}

function isStarted(found: AttemptProgress | null): found is AttemptProgress {
  return found?.progress.state === 'verifying' && found.progress.started
}
