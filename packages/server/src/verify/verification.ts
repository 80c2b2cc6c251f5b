// Spends one attempt: asks the platform whether the typed number is the SIM's number. The intent is written before the
// call and the end after it, so that a repeated request gets the same answer and no second call, whatever was lost in
// between (decision 0027).
import { parseMsisdn, type VerifyAnswer, type VerifyRequest } from '@local-number/protocol'
import type { AttemptIds } from '../attempt-id'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { CheckedNumber, Limits, StartedCheck } from '../limits'
import { pause } from '../pauses'
import type { Client } from '../rate-limits/client'
import type { Room } from '../room'
import type { AttemptProgress, AttemptStore, CheckProgress, CheckStart } from '../stores/stores'
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

/** Who asks. */
export interface Verifier {
  readonly client: Client
  /** If given, the attempt must belong to this session. */
  readonly session?: string | undefined
}

export interface Verification {
  /**
   * The same request gets the same answer for 120 s. The answer carries the attempt's own trace id, and so does an
   * error thrown once the attempt is known.
   *
   * @throws ServerError `phoneMalformed` and `consentRequired` (the attempt stays valid), `attemptSpent`,
   *   `attemptsExhausted`, `rateLimited`, `loginRefused`, `overloaded`
   */
  verify(request: VerifyRequest, by: Verifier): Promise<VerifyAnswer>
}

/** How long an attempt is kept after its budget, in ms: to tell those who repeat it that its end is lost. */
const LOST_TTL_MS = 120_000

interface Call extends NumberAndToken, CheckedNumber {
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
  async function begin(call: Call): Promise<Begun> {
    const { attemptId, phone, userInformation, start } = call
    const [found, check, history] = await Promise.allSettled([
      attempts.startCheck(attemptId, start),
      limits.start(call),
      readHistory?.(phone, userInformation, 'sim') ?? null,
    ] as const)
    if (found.status === 'fulfilled' && check.status === 'fulfilled' && history.status === 'fulfilled') {
      return { found: found.value, check: check.value, history: history.value }
    }
    const [error] = [found, check, history].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    if (found.status === 'fulfilled' && isStarted(found.value)) {
      if (check.status === 'fulfilled') await check.value.finish('noVerdict').catch(() => undefined)
      return runner.giveUp(attemptId, found.value.attempt, error)
    }
    throw error
  }

  /** Takes a place, which a check keeps until its end, and what only looks gives back. */
  async function enter(call: Call): Promise<Begun & { readonly leave: () => void }> {
    const leave = room.takePlace(call.client.owner)
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
    if (hasEnded(found)) await check.withdraw()
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
      await pause(round)
      seen = await attempts.startCheck(attemptId, start)
    }
    throw new ServerError('attemptSpent')
  }

  return {
    async verify({ attemptId, phone: typed, token, userInformation }, { client, session }) {
      const phone = parseMsisdn(typed)
      if (phone === null) throw new ServerError('phoneMalformed')
      const sessionHash = attemptIds.readSessionHash(attemptId, session)
      if (sessionHash === null) throw new ServerError('attemptSpent')
      await limits.requireRoom(client)
      const request = fingerprint('verify', JSON.stringify([phone, token, userInformation]))
      const start = { request, budgetMs, ttlMs: budgetMs + LOST_TTL_MS }
      const call = { attemptId, sessionHash, client, phone, token, userInformation, start }
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

/** One whose check may still run, or start, keeps what it counts: that expires by itself. */
function hasEnded(found: AttemptProgress | null): boolean {
  return found === null || ENDED.includes(found.progress.state)
}

const ENDED: readonly CheckProgress['state'][] = ['done', 'unknown']

function isStarted(found: AttemptProgress | null): found is AttemptProgress {
  return found?.progress.state === 'verifying' && found.progress.started
}
