// From the decision about a call to its answer: the code in the app's dialect, or a dropped connection.
import { NO_ANSWER } from '../common/no-answer'
import type { CallExchange } from '../http/call-exchange'
import type { CarrierContext } from '../http/context'
import { dropConnection } from '../http/drop-connection'
import { type Decision, toDialect } from '../platform/codes'
import type { Platform } from '../platform/platform'

/** How one of the calls is decided and answered. */
export interface CarrierCall<D extends Decision = Decision> {
  readonly method: 'get' | 'post'
  /** Asks the platform. */
  decide(ctx: CarrierContext, platform: Platform): D
  /** The code that the caller sees. */
  toOuterCode(code: string, decision: Decision & Partial<D>): string
  /** Writes the answer. @param code in the app's dialect */
  write(ctx: CarrierContext, code: string, decision: Decision & Partial<D>): void
}

type Reply = { readonly kind: 'answer'; readonly code: string } | { readonly kind: 'drop' }

/** Records the outcome of a decision, and answers with it. */
export function answerCall(ctx: CarrierContext, call: CarrierCall, platform: Platform, decision: Decision): void {
  const reply = toReply(ctx.state.exchange, platform, decision)
  recordOutcome(ctx.state.exchange, call, decision, reply)
  if (reply.kind === 'drop') dropConnection(ctx)
  else call.write(ctx, reply.code, decision)
}

function toReply(exchange: CallExchange, { apps }: Platform, decision: Decision): Reply {
  const dialect = apps.find(exchange.readId('appId'))?.codes ?? 'document'
  const code = toDialect(exchange.call, decision, dialect)
  return code === NO_ANSWER ? { kind: 'drop' } : { kind: 'answer', code }
}

/** verify shows its codes to the caller, so the document's code is the additional information there. */
function recordOutcome(exchange: CallExchange, call: CarrierCall, decision: Decision, reply: Reply): void {
  const code = reply.kind === 'drop' ? NO_ANSWER : reply.code
  exchange.recordOutcome({
    outerCode: reply.kind === 'drop' ? NO_ANSWER : call.toOuterCode(code, decision),
    innerCode: exchange.call === 'verify' ? decision.code : code,
    cause: decision.cause,
  })
}
