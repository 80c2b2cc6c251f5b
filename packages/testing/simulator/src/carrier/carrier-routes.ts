// The carrier's calls, the same on both lines: recorded, enriched by the gateway, subject to faults, answered.
import { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import { type CarrierMiddleware, type LineMiddleware, type LineState, toLineMiddleware } from '../http/context'
import type { ErrorListener } from '../http/report-errors'
import type { Platform } from '../platform/platform'
import type { TraceRecorder } from '../trace/trace-recorder'
import { answerCall, type CarrierCall } from './answer-call'
import { answerInternalErrors } from './answer-internal-errors'
import { beginExchange, requireRecorded } from './begin-exchange'
import { getMobile } from './get-mobile'
import { getToken } from './get-token'
import { httpsGetMobile } from './https-get-mobile'
import { verify } from './verify'

export interface CarrierOptions {
  readonly platform: Platform
  /** The calls that are answered here. */
  readonly calls: readonly Call[]
  readonly recorder: TraceRecorder
  /** What stands between the caller and the platform, in order. */
  readonly middleware: readonly CarrierMiddleware[]
  readonly onError: ErrorListener
}

export const CARRIER_CALLS: Readonly<Record<Call, CarrierCall>> = {
  getMobile,
  getToken,
  httpsGetMobile,
  verify,
}

/** The router takes HEAD for GET, but a request without an image must not retrieve a number. */
const refuseHead: LineMiddleware = (ctx, next) => {
  if (ctx.method !== 'HEAD') return next()
  ctx.status = 405
  ctx.set('allow', 'GET')
}

export function createCarrierRoutes(options: CarrierOptions): Router<LineState> {
  const { platform, calls, recorder, middleware, onError } = options
  const { line, apps } = platform
  // Exact paths: no other spelling gets past the gateway.
  const router = new Router<LineState>({ sensitive: true, strict: true })
  const getAppKey = (appId: string) => apps.find(appId)?.appKey ?? ''
  for (const name of calls) {
    const call = CARRIER_CALLS[name]
    const afterExchange: readonly CarrierMiddleware[] = [
      answerInternalErrors(onError, (ctx, decision) => answerCall(ctx, call, platform, decision)),
      requireRecorded,
      ...middleware,
      (ctx) => answerCall(ctx, call, platform, ctx.state.exchange.forcedDecision ?? call.decide(ctx, platform)),
    ]
    router[call.method](
      PATHS[name],
      refuseHead,
      beginExchange({ line, call: name, recorder, getAppKey, onError }),
      ...afterExchange.map(toLineMiddleware),
    )
  }
  return router
}
