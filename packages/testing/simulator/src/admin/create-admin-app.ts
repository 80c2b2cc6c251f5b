// The admin listener: the API behind its guard, and the console that uses it.
import Koa from 'koa'
import { answerRefusals } from '../http/answer-refusals'
import { initState, type LineMiddleware, type LineState } from '../http/context'
import { type GuardOptions, guard } from '../http/guard'
import { readJson } from '../http/json-body'
import { refuseMalformedTargets } from '../http/refuse-malformed-targets'
import { type ErrorListener, reportErrors } from '../http/report-errors'
import { type AdminOptions, createAdminRoutes } from './admin-routes'
import { serveConsole } from './serve-console'

export interface AdminAppOptions extends AdminOptions {
  readonly access: GuardOptions
  /** The folder of the console's build. */
  readonly consoleFolder: string
  readonly onError: ErrorListener
}

/** The console loads only its own files; Mantine writes styles into the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function createAdminApp({ access, consoleFolder, onError, ...options }: AdminAppOptions): Koa<LineState> {
  const app = new Koa<LineState>()
  app.silent = true
  app.use(initState)
  app.use(setSecurityHeaders)
  app.use(reportErrors(onError))
  app.use(refuseMalformedTargets)
  app.use(guardPaths(access))
  app.use(readJson)
  app.use(answerRefusals)
  app.use(createAdminRoutes(options).routes())
  app.use(serveConsole(consoleFolder))
  return app
}

/** The console's page needs no token: it asks for it. */
function guardPaths(access: GuardOptions): LineMiddleware {
  const [api, page] = [guard(access), guard({ ...access, token: undefined })]
  return (ctx, next) => (ctx.path.startsWith('/_sim/') && ctx.path !== '/_sim/health' ? api : page)(ctx, next)
}

const setSecurityHeaders: LineMiddleware = (ctx, next) => {
  ctx.set('content-security-policy', CONTENT_SECURITY_POLICY)
  ctx.set('x-content-type-options', 'nosniff')
  ctx.set('referrer-policy', 'no-referrer')
  ctx.set('cache-control', 'no-cache')
  return next()
}
