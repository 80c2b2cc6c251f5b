// Judges the platform's answer. Only a configured text with our own msgId and appId echoed is a yes (protocol.md §5).
import type { VerifyOutcome } from '@local-number/protocol'
import { maskMsisdnsIn } from '@local-number/protocol/masking'
import { lookUp, type ReturnCode, type UnknownCode } from '@local-number/protocol/return-codes'
import { parseJson } from '@local-number/service-kit'
import { z } from 'zod'
import type { VerdictCodes } from '../options'
import type { PlatformReply, TransportFault } from './platform-client'

/** What the platform must echo. */
export interface RequestIds {
  readonly msgId: string
  readonly appId: string
}

/**
 * Stands in `code` when the platform gave none that can be trusted.
 *
 * - `redirected`, `httpError`: an HTTP status other than 200
 * - `answerMalformed`: not the documented JSON: HTML, a missing header or code
 * - `answerNotOurs`: a verdict without our own msgId and appId
 */
export type ReplyFault = TransportFault | 'redirected' | 'httpError' | 'answerMalformed' | 'answerNotOurs'

/** A row of the return-code registry, known or unknown. */
export type VerifyRow = ReturnCode<'verify'> | UnknownCode<'verify'>

export interface Verdict {
  readonly outcome: VerifyOutcome
  /** The platform's own code, at most 16 printable characters, or a {@link ReplyFault}. */
  readonly code: string
  /** What the registry knows of the code; `null` for a fault. */
  readonly row: VerifyRow | null
}

const answerShape = z.object({
  header: z.object({
    resultCode: z.union([z.string(), z.number()]),
    msgId: z.unknown().optional(),
    appId: z.unknown().optional(),
  }),
})

/** For a code that is a number: it may name a failure, but never answers whether the numbers are equal. */
const NONE: VerdictCodes = { yes: [], no: [] }

export function judgeReply(reply: PlatformReply, ids: RequestIds, codes: VerdictCodes): Verdict {
  if (!reply.answered) return toFault(reply.fault)
  if (reply.status >= 300 && reply.status < 400) return toFault('redirected')
  if (reply.status !== 200) return toFault('httpError')
  const answer = answerShape.safeParse(parseJson(reply.text))
  if (!answer.success) return toFault('answerMalformed')

  const { resultCode: sent, msgId, appId } = answer.data.header
  const resultCode = String(sent)
  const row = maskUnknown(lookUp('verify', resultCode))
  const outcome = deriveOutcome(resultCode, row, typeof sent === 'string' ? codes : NONE)
  if (!isComparison(outcome)) return { outcome, code: row.code, row }
  return isEcho(msgId, ids.msgId) && isEcho(appId, ids.appId)
    ? { outcome, code: resultCode, row }
    : toFault('answerNotOurs')
}

/** The configured codes decide whether the numbers are equal; the registry tells why the platform did not compare. */
function deriveOutcome(code: string, row: VerifyRow, { yes, no }: VerdictCodes): VerifyOutcome {
  if (yes.includes(code)) return 'verified'
  if (no.includes(code)) return 'notThisNumber'
  return isComparison(row.outcome) ? 'unavailable' : row.outcome
}

/** The code reaches the log, the store and the page. No document says that a platform puts no number there. */
function maskUnknown(row: VerifyRow): VerifyRow {
  return row.known ? row : { ...row, code: maskMsisdnsIn(row.code, { withinDigits: true }) }
}

function isComparison(outcome: VerifyOutcome): boolean {
  return outcome === 'verified' || outcome === 'notThisNumber'
}

/** A JSON writer without types may send an id of digits as a number. One that lost digits is none. */
function isEcho(sent: unknown, id: string): boolean {
  return sent === id || (Number.isSafeInteger(sent) && String(sent) === id)
}

function toFault(fault: ReplyFault): Verdict {
  return { outcome: 'unavailable', code: fault, row: null }
}
