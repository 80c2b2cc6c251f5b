// Spends one attempt: asks the platform whether the typed number is the SIM's number, and reports the outcome.
import { parseMsisdn, type VerifyAnswer, type VerifyOutcome, type VerifyRequest } from '@local-number/protocol'
import { getVerifyCodes, lookUp } from '@local-number/protocol/return-codes'
import { ServerError, toServerError } from '../errors'
import { type CheckEnd, createExhaustedError, type Limits } from '../limits'
import type { Log } from '../log/log'
import type { VerdictCodes } from '../options'
import type { Attempt, AttemptStore } from '../stores/stores'
import type { TicketIssuer } from '../ticket/issuer'
import type { PlatformClient, PlatformReply } from './platform-client'
import { buildPlatformRequest, type NumberToVerify, type PlatformRequestOptions } from './platform-request'
import { judgeReply, type Verdict, type VerifyRow } from './verdict'

export interface VerificationOptions {
  readonly request: PlatformRequestOptions
  readonly platform: PlatformClient
  readonly codes: VerdictCodes
  readonly attempts: AttemptStore
  readonly limits: Limits
  readonly tickets: TicketIssuer
  readonly log: Log
}

export interface Verification {
  /**
   * The answer carries the attempt's own trace id, and so does an error thrown once the attempt is known.
   *
   * @param session if given, the attempt must belong to this session
   * @throws ServerError `phoneMalformed` and `consentRequired` (the attempt stays valid), `attemptSpent`,
   *   `attemptsExhausted`
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
      if (attempt.consent !== 'kept') throw new ServerError('consentRequired', { traceId: attempt.traceId })
      try {
        return await spendAttempt(attempt, { phone: msisdn, token, userInformation, traceId: attempt.traceId }, options)
      } catch (error) {
        throw toServerError(error, attempt.traceId)
      }
    },
  }
}

async function spendAttempt(
  { session, traceId }: Attempt,
  number: NumberToVerify,
  options: VerificationOptions,
): Promise<VerifyAnswer> {
  const check = await options.limits.start(session, number.phone)
  if (!check.granted) {
    if (check.exhausted === 'session') throw createExhaustedError()
    return stopBeforeCall(traceId, check.wrongNumbersLeft, options.log)
  }
  const verdict = await askPlatform(number, traceId, options).catch(async (error) => {
    await check.finish('noVerdict').catch(() => undefined)
    throw error
  })
  const { outcome, code } = verdict
  const attemptsLeft = await check.finish(CHECK_ENDS[outcome])
  if (outcome !== 'verified') return { outcome, code, attemptsLeft, traceId }
  return { outcome, code, attemptsLeft, traceId, ticket: await options.tickets.issue({ phone: number.phone, traceId }) }
}

/** Answers as the platform would, without the call that it would refuse. */
function stopBeforeCall(traceId: string, attemptsLeft: number, log: Log): VerifyAnswer {
  const [dailyLimitCode] = getVerifyCodes('dailyLimit')
  const row = lookUp('verify', dailyLimitCode)
  log.warn({ traceId, ...describeRow(row) }, 'stopped before a check that the platform would refuse')
  return { outcome: row.outcome, code: row.code, attemptsLeft, traceId }
}

async function askPlatform(number: NumberToVerify, traceId: string, options: VerificationOptions): Promise<Verdict> {
  const message = await buildPlatformRequest(number, options.request)
  const reply = await options.platform.verify(message)
  const verdict = judgeReply(reply, message.header, options.codes)
  logVerdict({ traceId, msgId: message.header.msgId, reply, verdict }, options.log)
  return verdict
}

/**
 * `dailyLimit` counts for nobody: the platform's count is that of the token's SIM, which need not be the typed number
 * (decision 0009). Nor does a time-out, after which the platform may have counted.
 */
const CHECK_ENDS: Readonly<Record<VerifyOutcome, CheckEnd>> = {
  verified: 'verified',
  notThisNumber: 'wrongNumber',
  dailyLimit: 'noVerdict',
  staleToken: 'noVerdict',
  unavailable: 'noVerdict',
}

interface Exchange {
  readonly traceId: string
  /** The verify call's own id: the carrier's support asks for it. */
  readonly msgId: string
  readonly reply: PlatformReply
  readonly verdict: Verdict
}

function logVerdict({ traceId, msgId, reply, verdict: { outcome, code, row } }: Exchange, log: Log): void {
  const transport = reply.answered ? { status: reply.status } : { err: reply.error }
  const fields = { traceId, msgId, outcome, code, ...(row && describeRow(row)), ...transport }
  if (outcome === 'verified' || outcome === 'notThisNumber') log.info(fields, 'the platform gave its verdict')
  else log.warn(fields, 'the platform gave no verdict')
}

function describeRow(row: VerifyRow) {
  const { code, causes, actor } = row
  return { code, meaning: row.known ? row.key : 'unknown', causes, actor }
}
