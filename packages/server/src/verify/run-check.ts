// One check from its start to its end, which is kept; and the answer to those who ask for that end again.
import { randomUUID } from 'node:crypto'
import { ANSWER_LOST, type Msisdn, type VerifyAnswer, type VerifyOutcome } from '@local-number/protocol'
import { getVerifyCodes, lookUp } from '@local-number/protocol/return-codes'
import { findCustomerKey } from '../customer-keys'
import { ServerError, type ServerErrorCode, toServerError } from '../errors'
import { type CheckEnd, createExhaustedError, createFailingError, type StartedCheck } from '../limits'
import type { Client } from '../rate-limits/client'
import type { Attempt, AttemptStore } from '../stores/stores'
import type { TicketIssuer } from '../ticket/issuer'
import { REPEAT_MS } from '../ticket/lifetimes'
import { type AskOptions, askPlatform, describeRow } from './ask-platform'
import type { History } from './before-ticket'
import { type CheckResult, type KeptAnswer, type KeptRefusal, readResult, writeResult } from './check-result'

export interface CheckRunnerOptions {
  readonly ask: AskOptions
  readonly attempts: AttemptStore
  readonly tickets: Pick<TicketIssuer, 'issue'>
  readonly now: () => number
}

/** What is checked. */
export interface NumberAndToken {
  readonly attemptId: string
  readonly phone: Msisdn
  readonly token: string
  readonly userInformation: string
}

export interface CheckToRun extends NumberAndToken {
  readonly attempt: Attempt
  readonly client: Client
  readonly check: StartedCheck
  readonly history: History | null
}

export interface CheckRunner {
  run(check: CheckToRun): Promise<VerifyAnswer>
  /** The answer once more, with the same ticket, issued anew. */
  repeat(of: { readonly phone: Msisdn; readonly attempt: Attempt; readonly result: string }): Promise<VerifyAnswer>
  /** The check failed before its call: keeps that, and throws the error under the attempt's trace id. */
  giveUp(attemptId: string, attempt: Attempt, error: unknown): Promise<never>
}

/**
 * What the platform's code counts for. `dailyLimit` counts for no number: the platform's count is that of the token's
 * SIM, which need not be the typed number (decision 0009).
 */
const CHECK_ENDS: Readonly<Record<VerifyOutcome, CheckEnd>> = {
  verified: 'verified',
  notThisNumber: 'wrongNumber',
  dailyLimit: 'failed',
  staleToken: 'failed',
  unavailable: 'failed',
}

/** What is told again to those who repeat a verify that a limit stopped. */
const LIMIT_ERRORS: Readonly<Partial<Record<ServerErrorCode, () => ServerError>>> = {
  attemptsExhausted: createExhaustedError,
  rateLimited: createFailingError,
}

/** How a check ended: what is kept, and what the limits make of it. */
interface Ended {
  readonly result: CheckResult
  readonly end: CheckEnd
}

export function createCheckRunner({ ask, attempts, tickets, now }: CheckRunnerOptions): CheckRunner {
  const keepAnswer = (answer: Omit<KeptAnswer, 'at' | 'ticketId'>): KeptAnswer => ({ ...answer, at: now() })

  async function findEnd({ attempt, client, check, history, ...number }: CheckToRun): Promise<Ended> {
    const { traceId, keyId } = attempt
    const customerKey = findCustomerKey(ask.request.app.customerKeys, keyId)
    if (customerKey === undefined) {
      ask.log.warn({ traceId, keyId }, 'the customer key of this attempt is gone: keep it for as long as its attempts')
      return { result: { refused: 'attemptSpent' }, end: 'noVerdict' }
    }
    if (check.exhausted === 'session') return { result: { refused: 'attemptsExhausted' }, end: 'noVerdict' }
    if (check.exhausted === 'failures') return { result: { refused: 'rateLimited' }, end: 'noVerdict' }
    if (check.exhausted === 'number') {
      // Tells that the number was verified today, also to a stranger: a session can ask as often as for a wrong one.
      const end = 'wrongNumber'
      return { result: keepAnswer(stopBeforeCall(traceId, check.countLeft(end), ask)), end }
    }
    const { outcome, code, row } = await askPlatform({ ...number, customerKey, traceId }, client.owner, ask)
    // Without a code the fault is not the client's; after a time-out, the platform may have counted.
    const end = row === null ? 'noVerdict' : CHECK_ENDS[outcome]
    const kept = keepAnswer({ outcome, code, attemptsLeft: check.countLeft(end) })
    if (outcome !== 'verified') return { result: kept, end }
    const reason = (await history?.decide(traceId)) ?? null
    if (reason !== null) return { result: { refused: 'loginRefused', reason }, end }
    return { result: { ...kept, ticketId: randomUUID() }, end }
  }

  async function giveUp(attemptId: string, attempt: Attempt, error: unknown): Promise<never> {
    const told = toServerError(error, attempt.traceId)
    await attempts.finishCheck(attemptId, writeResult({ refused: told.code }), REPEAT_MS).catch(() => undefined)
    throw told
  }

  async function answer(result: CheckResult, phone: Msisdn, attempt: Attempt): Promise<VerifyAnswer> {
    const { traceId, binding } = attempt
    if ('refused' in result) throw createRefusal(result, traceId)
    const { at, ticketId, ...kept } = result
    if (ticketId === undefined) return { ...kept, traceId }
    return {
      ...kept,
      traceId,
      ticket: await tickets.issue({ phone, traceId, ticketId, binding, verifiedAt: at, way: 'sim' }),
    }
  }

  return {
    giveUp,

    async run(toRun) {
      const { attemptId, attempt, phone, check, history } = toRun
      const ended = await findEnd(toRun).catch(async (error) => {
        await check.finish('noVerdict').catch(() => undefined)
        return giveUp(attemptId, attempt, error)
      })
      const { result, end } = ended
      try {
        // The result is written last: a kill in between then leaves a count without a verdict, never the reverse.
        const [, , isKept] = await Promise.all([
          check.finish(end),
          // Not after a refusal: a second try would then find its own device.
          isVerified(result) && history?.remember(),
          attempts.finishCheck(attemptId, writeResult(result), REPEAT_MS),
        ])
        if (!isKept) return createLostAnswer(attempt, check.countLeft(end))
        return await answer(result, phone, attempt)
      } catch (error) {
        throw toServerError(error, attempt.traceId)
      }
    },

    async repeat({ phone, attempt, result }) {
      const kept = readResult(result)
      if ('at' in kept && now() > kept.at + REPEAT_MS) throw new ServerError('attemptSpent')
      return answer(kept, phone, attempt)
    },
  }
}

function isVerified(result: CheckResult): boolean {
  return 'ticketId' in result && result.ticketId !== undefined
}

/** The platform was asked, and its answer is lost for good: another token is needed. */
export function createLostAnswer({ traceId }: Attempt, attemptsLeft: number): VerifyAnswer {
  return { outcome: 'unavailable', code: ANSWER_LOST, attemptsLeft, traceId }
}

function createRefusal({ refused, reason }: KeptRefusal, traceId: string): ServerError {
  const createError = LIMIT_ERRORS[refused]
  if (createError) return toServerError(createError(), traceId)
  return new ServerError(refused, { traceId, ...(reason !== undefined && { facts: { reason } }) })
}

/** Answers as the platform would, without the call that it would refuse. */
function stopBeforeCall(traceId: string, attemptsLeft: number, { log }: AskOptions) {
  const [dailyLimitCode] = getVerifyCodes('dailyLimit')
  const row = lookUp('verify', dailyLimitCode)
  log.warn({ traceId, ...describeRow(row) }, 'stopped before a check that the platform would refuse')
  return { outcome: row.outcome, code: row.code, attemptsLeft }
}
