// Traces a call of the carrier's: what came in, and once it is answered what went out.
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { NO_ANSWER } from '../platform/codes'
import { textAt, type WireMessage } from '../platform/fields'
import { maskNumbers, shown } from '../trace/masking'
import { fieldsOf, secretsOf, tokenOf } from '../trace/request-fields'
import type { TraceRecorder } from '../trace/trace-recorder'
import { jsonBody } from './json-body'
import type { CarrierContext, CarrierMiddleware } from './line'

/** Names the trace in every answer. */
export const TRACE_ID_HEADER = 'x-trace-id'

export interface TracedCall {
  readonly line: Line
  readonly call: Call
  /** `''` for an app that is not filed. */
  readonly appKeyOf: (appId: string) => string
  readonly recorder: TraceRecorder
}

export function traceCall({ line, call, appKeyOf, recorder }: TracedCall): CarrierMiddleware {
  return async (ctx, next) => {
    const message: WireMessage | null = call === 'getMobile' ? { query: ctx.query } : jsonBody(ctx)
    const sent = sentIds(message)
    const secrets = secretsOf(message, appKeyOf(sent.appId))
    const exchange = recorder.begin({
      line,
      call,
      handset: call === 'verify' ? null : handsetOf(ctx),
      sent,
      token: call === 'verify' ? tokenOf(message) : '',
      secrets,
      request: {
        method: call === 'getMobile' ? 'GET' : 'POST',
        path: ctx.path,
        fields: fieldsOf(message, secrets),
        referer: shown(ctx.get('referer'), secrets),
      },
    })
    Object.assign(ctx.state, { call, exchange })
    ctx.set(TRACE_ID_HEADER, exchange.trace.id)
    ctx.set('cache-control', 'no-store')
    const began = performance.now()
    await next()
    exchange.note({ faults: ctx.state.faults ?? [] })
    exchange.end({ ms: performance.now() - began, ...answered(ctx) })
  }
}

/** One that is named by its number is shown as numbers are. */
function handsetOf({ state: { handset } }: CarrierContext): string | null {
  return handset ? maskNumbers(handset.id) : null
}

function sentIds(message: WireMessage | null) {
  const part = message?.query === undefined ? 'header' : 'query'
  const text = (name: string) => textAt(message ?? {}, part, name)
  return { appId: text('appId'), msgId: text('msgId') }
}

/** Without an outcome the platform was never asked: the connection was dropped, or a fault answered in its place. */
function answered(ctx: CarrierContext) {
  // By a fault, or by a client that waited no longer.
  const dropped = ctx.req.socket.destroyed
  const { outcome = { innerCode: dropped ? NO_ANSWER : '', outerCode: '', cause: null } } = ctx.state
  return dropped ? { ...outcome, outerCode: NO_ANSWER, status: null } : { ...outcome, status: ctx.status }
}
