// The carrier's three calls, the same on both lines: traced, through the gateway, past the faults, answered.
import { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import type { Platform } from '../platform/platform'
import type { TraceRecorder } from '../trace/trace-recorder'
import { answerGetMobile } from './get-mobile'
import { answerGetToken } from './get-token'
import { type ErrorListener, internalErrors } from './internal-errors'
import type { CarrierContext, CarrierMiddleware, LineState } from './line'
import { traceCall } from './trace-call'
import { answerVerify } from './verify'

export interface CarrierOptions {
  readonly platform: Platform
  readonly recorder: TraceRecorder
  /** What stands between the caller and the platform, in its order. */
  readonly inBetween: readonly CarrierMiddleware[]
  readonly onError: ErrorListener
}

const ROUTES: readonly [Call, 'get' | 'post', (ctx: CarrierContext, platform: Platform) => void][] = [
  ['getMobile', 'get', answerGetMobile],
  ['getToken', 'post', answerGetToken],
  ['verify', 'post', answerVerify],
]

/** The router takes HEAD for GET, but whoever asks for no image takes no number. */
const refuseHead: CarrierMiddleware = (ctx, next) => {
  if (ctx.method !== 'HEAD') return next()
  ctx.status = 405
  ctx.set('allow', 'GET')
}

export function carrierRoutes({ platform, recorder, inBetween, onError }: CarrierOptions): Router<LineState> {
  // Exact paths: no other spelling gets past the gateway.
  const router = new Router<LineState>({ sensitive: true, strict: true })
  for (const [call, method, answer] of ROUTES) {
    const middleware: readonly CarrierMiddleware[] = [
      refuseHead,
      traceCall({ line: platform.line, call, recorder, appKeyOf: (appId) => platform.apps.find(appId)?.appKey ?? '' }),
      internalErrors(onError),
      ...inBetween,
      (ctx) => answer(ctx, platform),
    ]
    router[method](PATHS[call], ...(middleware as never[]))
  }
  return router
}
