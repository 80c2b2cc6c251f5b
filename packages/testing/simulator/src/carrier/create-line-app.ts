// One line as a Koa application: CORS, handset, body, the carrier's routes, the phone routes.
import cors from '@koa/cors'
import type { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Handset } from '@local-number/simulator-contract'
import Koa from 'koa'
import { answerRefusals } from '../http/answer-refusals'
import { initState, type LineContext, type LineMiddleware, type LineState } from '../http/context'
import { createReader } from '../http/json-body'
import { refuseMalformedTargets } from '../http/refuse-malformed-targets'
import { reportErrors } from '../http/report-errors'
import { type CarrierOptions, createCarrierRoutes } from './carrier-routes'

export interface LineAppOptions extends CarrierOptions {
  /** Finds the handset that a request comes from. @default no handset, as on the test line */
  readonly findHandset?: (ctx: LineContext) => Handset
  /** @default no phone routes */
  readonly phoneRoutes?: Router<LineState>
  /** Whether getToken and the HTTPS edition's call answer a CORS preflight. */
  readonly answerPreflight: boolean
}

/** Pages of any origin may make these calls. verify is made by servers, so no browser may read its answer. */
const PAGE_PATHS: ReadonlySet<string> = new Set([PATHS.getToken, PATHS.httpsGetMobile])

const allowPages = cors({ origin: ({ path }) => (PAGE_PATHS.has(path) ? '*' : '') })

/** Stands before {@link allowPages}, which would answer. */
const refusePreflight: LineMiddleware = (ctx, next) => {
  if (ctx.method !== 'OPTIONS' || !CARRIER_PATHS.has(ctx.path)) return next()
  ctx.status = 405
  ctx.set('allow', ctx.path === PATHS.getMobile ? 'GET' : 'POST')
}

const CARRIER_PATHS: ReadonlySet<string> = new Set(Object.values(PATHS))

/** The platform takes any content type: the carrier's older H5 script sends none (protocol.md §4). */
const readMessages = createReader((path) => CARRIER_PATHS.has(path))

export function createLineApp(options: LineAppOptions): Koa<LineState> {
  const { findHandset, phoneRoutes, answerPreflight, ...carrier } = options
  const app = new Koa<LineState>()
  // Koa itself would only print that a client has left while it was answered.
  app.silent = true
  app.use(initState)
  app.use(reportErrors(carrier.onError))
  app.use(refuseMalformedTargets)
  if (!answerPreflight) app.use(refusePreflight)
  app.use(allowPages)
  app.use(answerRefusals)
  app.use((ctx, next) => {
    if (findHandset) ctx.state.handset = findHandset(ctx)
    return next()
  })
  app.use(readMessages)
  app.use(createCarrierRoutes(carrier).routes())
  if (phoneRoutes) app.use(phoneRoutes.routes())
  return app
}
