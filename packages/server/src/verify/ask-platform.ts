// One check by the platform: builds the request, judges the answer, and logs both under the login's trace id.
import type { Log } from '../log/log'
import type { VerdictCodes } from '../options'
import type { PlatformClient, PlatformReply } from './platform-client'
import { buildPlatformRequest, type NumberToVerify, type PlatformRequestOptions } from './platform-request'
import { judgeReply, type Verdict, type VerifyRow } from './verdict'

export interface AskOptions {
  readonly request: PlatformRequestOptions
  readonly platform: PlatformClient
  readonly codes: VerdictCodes
  readonly log: Log
}

/** @param owner whose check it is */
export async function askPlatform(number: NumberToVerify, owner: string, options: AskOptions): Promise<Verdict> {
  const message = await buildPlatformRequest(number, options.request)
  const reply = await options.platform.verify(message, owner)
  const verdict = judgeReply(reply, message.header, options.codes)
  logVerdict({ traceId: number.traceId, msgId: message.header.msgId, reply, verdict }, options.log)
  return verdict
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

export function describeRow(row: VerifyRow) {
  const { code, causes, actor } = row
  return { code, meaning: row.known ? row.key : 'unknown', causes, actor }
}
