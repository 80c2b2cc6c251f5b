// One line as a Koa application: CORS, record, gateway (production only), body, routes.
import cors from '@koa/cors'
import type { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import Koa from 'koa'
import type { MessageListener } from '../messages'
import type { Platform } from '../platform/platform'
import { carrierRoutes } from './carrier-routes'
import { parseJson } from './json-body'
import type { LineMiddleware, LineState } from './line'
import { recordMessages } from './record-messages'

export interface LineAppOptions {
  readonly platform: Platform
  readonly onMessage: MessageListener
  /** What stands in front of the platform; nothing on the test line, where the handset plays no role. */
  readonly gateway?: LineMiddleware
  readonly control?: Router<LineState>
}

/** What a page may call from another origin. The verify call is a server's, so no browser gets to read its answer. */
const openToPages = cors({ origin: ({ path }) => (path === PATHS.getToken || path.startsWith('/_sim/') ? '*' : '') })

export function createLineApp({ platform, onMessage, gateway, control }: LineAppOptions): Koa<LineState> {
  const app = new Koa<LineState>()
  app.use(openToPages)
  app.use(recordMessages(platform, onMessage))
  if (gateway) app.use(gateway)
  app.use(parseJson)
  app.use(carrierRoutes(platform).routes())
  if (control) app.use(control.routes())
  return app
}
