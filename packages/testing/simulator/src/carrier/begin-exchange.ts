// Begins the exchange of a call when it arrives, and ends it when it is answered.
import type { Line } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { ID_PARTS, readText, type WireMessage } from '../common/wire-message'
import { CallExchange } from '../http/call-exchange'
import type { CarrierMiddleware, LineContext, LineMiddleware } from '../http/context'
import { getWireMessage } from '../http/json-body'
import { type ErrorListener, TRACE_ID_HEADER } from '../http/report-errors'
import { maskNumbers, maskText } from '../trace/masking'
import { findSecrets, readToken, toShownFields } from '../trace/request-fields'
import type { IncomingCall, TraceRecorder } from '../trace/trace-recorder'

export interface BeginExchangeOptions {
  readonly line: Line
  readonly call: Call
  /** @returns `''` for an app that is not registered */
  readonly getAppKey: (appId: string) => string
  readonly recorder: TraceRecorder
  readonly onError: ErrorListener
}

export function beginExchange(options: BeginExchangeOptions): LineMiddleware {
  const { call } = options
  return async (ctx, next) => {
    const message = readMessage(ctx, call)
    const exchange = new CallExchange({
      call,
      handset: ctx.state.handset,
      message,
      ...recordIfPossible(toIncomingCall(ctx, message, options), options.recorder),
    })
    ctx.state.exchange = exchange
    ctx.set(TRACE_ID_HEADER, exchange.traceId)
    ctx.set('cache-control', 'no-store')
    const began = performance.now()
    await next()
    // A fault drops the connection, or a client does not wait any longer.
    const isDropped = ctx.req.socket.destroyed
    try {
      exchange.end({ status: isDropped ? null : ctx.status, ms: performance.now() - began })
    } catch (error) {
      // The answer stands: what it says is stored already.
      options.onError(error, exchange.traceId)
    }
  }
}

function readMessage(ctx: LineContext, call: Call): WireMessage | null {
  const part = ID_PARTS[call]
  if (part === 'query') return { query: ctx.query }
  const body = getWireMessage(ctx)
  return body !== null && part === 'flat' ? { flat: body } : body
}

/** Without a trace the call goes on, so that it gets an answer of the platform: see {@link requireRecorded}. */
function recordIfPossible(incoming: IncomingCall, recorder: TraceRecorder) {
  try {
    return { recorded: recorder.begin(incoming) }
  } catch (recordingError) {
    return { recorded: recorder.beginUnrecorded(incoming), recordingError }
  }
}

/** Stands behind what answers internal errors. A platform that cannot store anything must not decide anything. */
export const requireRecorded: CarrierMiddleware = (ctx, next) => {
  const { recordingError } = ctx.state.exchange
  if (recordingError !== undefined) throw recordingError
  return next()
}

function toIncomingCall(ctx: LineContext, message: WireMessage | null, options: BeginExchangeOptions): IncomingCall {
  const { line, call, getAppKey } = options
  const part = ID_PARTS[call]
  const appId = readText(message, part, 'appId')
  const secrets = findSecrets(message, getAppKey(appId))
  return {
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
  }
}

/** The id of a handset can be a phone number. */
function toShownHandset({ state: { handset } }: LineContext): string | null {
  return handset ? maskNumbers(handset.id) : null
}
