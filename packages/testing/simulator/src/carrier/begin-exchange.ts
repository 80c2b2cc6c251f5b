// Begins the exchange of a call when it arrives, and ends it when it is answered.
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { readText, type WireMessage } from '../common/wire-message'
import { CallExchange } from '../http/call-exchange'
import type { LineContext, LineMiddleware } from '../http/context'
import { getWireMessage } from '../http/json-body'
import { TRACE_ID_HEADER } from '../http/report-errors'
import { maskNumbers, maskText } from '../trace/masking'
import type { RecordedExchange } from '../trace/recorded-exchange'
import { findSecrets, readToken, toShownFields } from '../trace/request-fields'
import type { TraceRecorder } from '../trace/trace-recorder'

export interface BeginExchangeOptions {
  readonly line: Line
  readonly call: Call
  /** @returns `''` for an app that is not registered */
  readonly getAppKey: (appId: string) => string
  readonly recorder: TraceRecorder
}

export function beginExchange(options: BeginExchangeOptions): LineMiddleware {
  const { call } = options
  return async (ctx, next) => {
    const message = call === 'getMobile' ? { query: ctx.query } : getWireMessage(ctx)
    const recorded = record(ctx, message, options)
    const exchange = new CallExchange({ call, handset: ctx.state.handset, message, recorded })
    ctx.state.exchange = exchange
    ctx.set(TRACE_ID_HEADER, exchange.traceId)
    ctx.set('cache-control', 'no-store')
    const began = performance.now()
    await next()
    // A fault drops the connection, or a client does not wait any longer.
    const isDropped = ctx.req.socket.destroyed
    exchange.end({ status: isDropped ? null : ctx.status, ms: performance.now() - began })
  }
}

function record(ctx: LineContext, message: WireMessage | null, options: BeginExchangeOptions): RecordedExchange {
  const { line, call, getAppKey, recorder } = options
  const part = call === 'getMobile' ? 'query' : 'header'
  const appId = readText(message, part, 'appId')
  const secrets = findSecrets(message, getAppKey(appId))
  return recorder.begin({
    line,
    call,
    handset: call === 'verify' ? null : toShownHandset(ctx),
    sent: { appId, msgId: readText(message, part, 'msgId') },
    token: call === 'verify' ? readToken(message) : '',
    secrets,
    request: {
      method: call === 'getMobile' ? 'GET' : 'POST',
      path: ctx.path,
      fields: toShownFields(message, secrets),
      referer: maskText(ctx.get('referer'), secrets),
    },
  })
}

/** The id of a handset can be a phone number. */
function toShownHandset({ state: { handset } }: LineContext): string | null {
  return handset ? maskNumbers(handset.id) : null
}
