// Judges the platform's answer. Only a configured text code with our own msgId and appId echoed says yes; everything
// else, however friendly it looks, does not (protocol.md §5).
import type { VerifyOutcome } from '@local-number/protocol'
import { lookUp, type ReturnCode, type UnknownCode } from '@local-number/protocol/return-codes'
import { z } from 'zod'
import type { PlatformReply, TransportFault } from './platform-client'

/** Which of the platform's texts say "this is the number" and "it is not". Compared as text. */
export interface VerdictCodes {
  /** `000` unless told. */
  readonly yes: readonly string[]
  /** `001` unless told. */
  readonly no: readonly string[]
}

/** What the platform must echo. */
export interface Asked {
  readonly msgId: string
  readonly appId: string
}

/**
 * What stands in `code` when the platform gave none that can be trusted.
 *
 * - `redirected`, `httpError`: an HTTP status other than 200
 * - `answerMalformed`: not the documented JSON: HTML, a missing header, a code that is a number
 * - `answerNotOurs`: a verdict without our own msgId and appId
 */
export type ReplyFault = TransportFault | 'redirected' | 'httpError' | 'answerMalformed' | 'answerNotOurs'

export interface Verdict {
  readonly outcome: VerifyOutcome
  /** The platform's own code, at most 16 printable characters, or a {@link ReplyFault}. */
  readonly code: string
  /** What the registry knows of the code; `null` for a fault. */
  readonly row: ReturnCode<'verify'> | UnknownCode<'verify'> | null
}

const answerShape = z.object({
  header: z.object({ resultCode: z.string(), msgId: z.unknown().optional(), appId: z.unknown().optional() }),
})

export function judgeReply(reply: PlatformReply, asked: Asked, codes: VerdictCodes): Verdict {
  if (!reply.answered) return faulty(reply.fault)
  if (reply.status >= 300 && reply.status < 400) return faulty('redirected')
  if (reply.status !== 200) return faulty('httpError')
  const answer = answerShape.safeParse(parsed(reply.text))
  if (!answer.success) return faulty('answerMalformed')

  const { resultCode, msgId, appId } = answer.data.header
  const row = lookUp('verify', resultCode)
  const outcome = outcomeOf(resultCode, codes)
  if (outcome === 'unavailable') return { outcome, code: row.code, row }
  return msgId === asked.msgId && appId === asked.appId ? { outcome, code: resultCode, row } : faulty('answerNotOurs')
}

function outcomeOf(code: string, { yes, no }: VerdictCodes): VerifyOutcome {
  if (yes.includes(code)) return 'verified'
  return no.includes(code) ? 'notThisNumber' : 'unavailable'
}

function faulty(fault: ReplyFault): Verdict {
  return { outcome: 'unavailable', code: fault, row: null }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
