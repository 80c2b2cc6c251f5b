// The admin listener: the API behind its guard, and the console that uses it.
import Koa from 'koa'
import type { ErrorListener } from '../http/internal-errors'
import { parseJson } from '../http/json-body'
import { lastResort } from '../http/last-resort'
import type { LineMiddleware, LineState } from '../http/line'
import { adminErrors } from './admin-errors'
import { type AdminOptions, adminRoutes } from './admin-routes'
import { consoleFiles } from './console-files'
import { type GuardOptions, guard } from './guard'

export interface AdminAppOptions extends AdminOptions {
  readonly access: GuardOptions
  /** The folder of the console's build. */
  readonly consoleFolder: string
  readonly onError: ErrorListener
}

/** The console is a page of its own files only; Mantine writes styles into the page. */
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
  app.use(secured)
  app.use(lastResort(onError))
  app.use(guardedApi(access))
  app.use(parseJson)
  app.use(adminErrors as never)
  app.use(adminRoutes(options).routes())
  app.use(consoleFiles(consoleFolder))
  return app
}

/** The page itself is no secret: it asks for the token. */
function guardedApi(access: GuardOptions): LineMiddleware {
  const [api, page] = [guard(access), guard({ ...access, token: undefined })]
  return (ctx, next) => (ctx.path.startsWith('/_sim/') && ctx.path !== '/_sim/health' ? api : page)(ctx as never, next)
}

const secured: LineMiddleware = (ctx, next) => {
  ctx.set('content-security-policy', CONTENT_SECURITY_POLICY)
  ctx.set('x-content-type-options', 'nosniff')
  ctx.set('referrer-policy', 'no-referrer')
  ctx.set('cache-control', 'no-cache')
  return next()
}
