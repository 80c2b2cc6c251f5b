// The carrier's three calls, the same on both lines: traced, through the gateway, past the faults, answered.
import { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Call } from '@local-number/protocol/return-codes'
import type { Platform } from '../platform/platform'
import type { TraceRecorder } from '../trace/trace-recorder'
import type { Decision } from './decided'
import { answerGetMobile, refuseGetMobile } from './get-mobile'
import { answerGetToken, tellToken } from './get-token'
import { type ErrorListener, internalErrors } from './internal-errors'
import type { CarrierContext, CarrierMiddleware, LineState } from './line'
import { traceCall } from './trace-call'
import { answerVerify, tellVerdict } from './verify'

export interface CarrierOptions {
  readonly platform: Platform
  readonly recorder: TraceRecorder
  /** What stands between the caller and the platform, in its order. */
  readonly inBetween: readonly CarrierMiddleware[]
  readonly onError: ErrorListener
}

type Answer<Rest extends unknown[] = []> = (ctx: CarrierContext, platform: Platform, ...rest: Rest) => void

/** How each call is answered, and how what was decided elsewhere is told in its shape. */
export const CARRIER_CALLS = {
  getMobile: { method: 'get', answer: answerGetMobile, refuse: refuseGetMobile },
  getToken: { method: 'post', answer: answerGetToken, refuse: tellToken },
  verify: { method: 'post', answer: answerVerify, refuse: tellVerdict },
} as const satisfies Record<
  Call,
  { readonly method: 'get' | 'post'; readonly answer: Answer; readonly refuse: Answer<[Decision]> }
>

const CALLS = Object.keys(CARRIER_CALLS) as readonly Call[]

/** The router takes HEAD for GET, but whoever asks for no image takes no number. */
const refuseHead: CarrierMiddleware = (ctx, next) => {
  if (ctx.method !== 'HEAD') return next()
  ctx.status = 405
  ctx.set('allow', 'GET')
}

export function carrierRoutes({ platform, recorder, inBetween, onError }: CarrierOptions): Router<LineState> {
  // Exact paths: no other spelling gets past the gateway.
  const router = new Router<LineState>({ sensitive: true, strict: true })
  for (const call of CALLS) {
    const { method, answer, refuse } = CARRIER_CALLS[call]
    const middleware: readonly CarrierMiddleware[] = [
      refuseHead,
      traceCall({ line: platform.line, call, recorder, appKeyOf: (appId) => platform.apps.find(appId)?.appKey ?? '' }),
      internalErrors(onError, (ctx, decision) => refuse(ctx, platform, decision)),
      ...inBetween,
      (ctx) => answer(ctx, platform),
    ]
    router[method](PATHS[call], ...(middleware as never[]))
  }
  return router
}
