// Spends one attempt: asks the platform whether the typed number is this SIM's, and says what it answered.
import { parseMsisdn, type VerifyAnswer, type VerifyRequest } from '@local-number/protocol'
import { lookUp } from '@local-number/protocol/return-codes'
import { ServerError, toServerError } from '../errors'
import type { Limits, Settlement } from '../limits'
import type { Log } from '../log/log'
import type { Attempt, AttemptStore } from '../stores/stores'
import type { TicketIssuer } from '../ticket/issuer'
import type { PlatformClient, PlatformReply } from './platform-client'
import { buildVerifyRequest, type NumberToCheck, type VerifyRequestOptions } from './platform-request'
import { judgeReply, type Verdict, type VerdictCodes } from './verdict'

/** Too many checks of this number today [S appendix]: the platform's code, and ours when we stop before the call. */
const DAILY_LIMIT_CODE = '121011'

export interface VerificationOptions {
  readonly request: VerifyRequestOptions
  readonly platform: PlatformClient
  readonly codes: VerdictCodes
  readonly attempts: AttemptStore
  readonly limits: Limits
  readonly tickets: TicketIssuer
  readonly log: Log
}

export interface Verification {
  /**
   * The answer speaks of the attempt's own trace id, and so does an error that is thrown once the attempt is known.
   *
   * @param session whose attempt it must be; anybody's unless told
   * @throws ServerError `phoneMalformed` (the attempt stays), `attemptSpent`, `attemptsExhausted`
   */
  verify(request: VerifyRequest, session?: string): Promise<VerifyAnswer>
}

export function createVerification(options: VerificationOptions): Verification {
  return {
    async verify({ attemptId, phone, token, userInformation }, session) {
      const msisdn = parseMsisdn(phone)
      if (msisdn === null) throw new ServerError('phoneMalformed')
      const attempt = await options.attempts.take(attemptId)
      if (attempt === null || (session !== undefined && session !== attempt.session)) {
        throw new ServerError('attemptSpent')
      }
      try {
        return await spend(attempt, { phone: msisdn, token, userInformation }, options)
      } catch (error) {
        throw toServerError(error, attempt.traceId)
      }
    },
  }
}

async function spend(
  { session, traceId }: Attempt,
  number: NumberToCheck,
  options: VerificationOptions,
): Promise<VerifyAnswer> {
  const reservation = await options.limits.reserve(session, number.phone)
  if (!reservation.granted) {
    if (reservation.exhausted === 'session') throw new ServerError('attemptsExhausted')
    options.log.warn({ traceId, ...meaningOf(lookUp('verify', DAILY_LIMIT_CODE)) }, 'stopped before a check too many')
    return { outcome: 'unavailable', code: DAILY_LIMIT_CODE, attemptsLeft: 0, traceId }
  }
  const verdict = await ask(number, traceId, options).catch(async (error) => {
    await reservation.settle('notCounted')
    throw error
  })
  const attemptsLeft = await reservation.settle(settlementOf(verdict))
  const { outcome, code } = verdict
  if (outcome !== 'verified') return { outcome, code, attemptsLeft, traceId }
  return { outcome, code, attemptsLeft, traceId, ticket: await options.tickets.issue({ phone: number.phone, traceId }) }
}

async function ask(number: NumberToCheck, traceId: string, options: VerificationOptions): Promise<Verdict> {
  const message = await buildVerifyRequest(number, options.request)
  const reply = await options.platform.verify(message)
  const verdict = judgeReply(reply, message.header, options.codes)
  report({ traceId, msgId: message.header.msgId, reply, verdict }, options.log)
  return verdict
}

function settlementOf({ outcome, code, row }: Verdict): Settlement {
  if (outcome === 'verified') return 'verified'
  if (outcome === 'notThisNumber') return 'wrongNumber'
  if (row?.causes.includes('dailyLimitReached')) return 'quotaReached'
  return code === 'timeout' ? 'maybeCounted' : 'notCounted'
}

interface Exchange {
  readonly traceId: string
  /** The verify call's own id, which the carrier's support asks for. */
  readonly msgId: string
  readonly reply: PlatformReply
  readonly verdict: Verdict
}

function report({ traceId, msgId, reply, verdict: { outcome, code, row } }: Exchange, log: Log): void {
  const transport = reply.answered ? { status: reply.status } : { err: reply.error }
  const fields = { traceId, msgId, outcome, code, ...(row && meaningOf(row)), ...transport }
  if (outcome === 'unavailable') log.warn(fields, 'the platform gave no verdict')
  else log.info(fields, 'the platform gave its verdict')
}

function meaningOf(row: NonNullable<Verdict['row']>) {
  const { code, causes, actor } = row
  return { code, meaning: row.known ? row.key : 'unknown', causes, actor }
}
