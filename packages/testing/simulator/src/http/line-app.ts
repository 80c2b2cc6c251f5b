// One line as a Koa application: CORS, handset, body, the carrier's routes, the phones' routes.
import cors from '@koa/cors'
import type { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Handset } from '@local-number/simulator-contract'
import Koa from 'koa'
import { adminErrors } from '../admin/admin-errors'
import { type CarrierOptions, carrierRoutes } from './carrier-routes'
import { parseJson } from './json-body'
import { lastResort } from './last-resort'
import type { LineContext, LineState } from './line'

export interface LineAppOptions extends CarrierOptions {
  /** Whose request it is; not on the test line, where the handset plays no role. */
  readonly handsetOf?: (ctx: LineContext) => Handset
  readonly others?: Router<LineState>
}

/** What a page may call from any origin. The verify call is a server's, so no browser gets to read its answer. */
const openToPages = cors({ origin: ({ path }) => (path === PATHS.getToken ? '*' : '') })

export function createLineApp({ handsetOf, others, ...carrier }: LineAppOptions): Koa<LineState> {
  const app = new Koa<LineState>()
  // What Koa itself would tell of is a client that went away while it was answered.
  app.silent = true
  app.use(lastResort(carrier.onError))
  app.use(openToPages)
  app.use(adminErrors as never)
  app.use((ctx, next) => {
    if (handsetOf) ctx.state.handset = handsetOf(ctx)
    return next()
  })
  app.use(parseJson)
  app.use(carrierRoutes(carrier).routes())
  if (others) app.use(others.routes())
  return app
}
