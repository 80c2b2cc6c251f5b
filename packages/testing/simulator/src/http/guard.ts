// Who may use the routes below `/_sim`: no web page of another origin (CSRF), no rebound host name (DNS rebinding), and
// with a token only who has it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { AdminError, AdminErrorCode } from '@local-number/simulator-contract'
import type { Middleware, ParameterizedContext } from 'koa'
import { isLoopbackHost, isSafeHost } from '../common/hosts'
import { parseUrl } from '../common/url'

export interface GuardOptions {
  /** Web origins that are allowed besides the simulator's own. */
  readonly pageOrigins: readonly string[]
  /** Whether pages of this machine are allowed, on any port: of loopback, or of the address that was called. */
  readonly ownPages: boolean
  /** @default no token is needed */
  readonly token?: string
}

/** Where the request was sent to. */
interface Target {
  /** With the port. */
  readonly host: string
  readonly hostname: string
}

/** Whether a page of this origin may read and write. */
export function isAllowedOrigin(origin: string, target: Target, options: GuardOptions): boolean {
  const url = parseUrl(origin)
  if (!url) return false
  if (url.host === target.host || options.pageOrigins.includes(url.origin)) return true
  return options.ownPages && (isLoopbackHost(url.hostname) || url.hostname === target.hostname)
}

/** At the gateway. */
const ORIGIN_NOT_LISTED =
  'pages of this origin are not allowed: list it in SIMULATOR_PAGE_ORIGINS, or in the option pageOrigins'
/** At the admin API, whose pages cannot be listed. */
const ORIGIN_NOT_CONSOLE = 'only the page of the console itself is allowed'

export function guard(options: GuardOptions): Middleware {
  return (ctx, next) => {
    const origin = ctx.get('origin')
    const hasValidUrl = parseUrl(ctx.req.url ?? '', `http://${ctx.get('host')}`) !== null
    // With a token any host is safe: a page behind a rebound name does not know the token.
    if (!hasValidUrl || (options.token === undefined && !isSafeHost(ctx.hostname))) {
      return refuse(ctx, 'hostNotAllowed', 'use an IP address or localhost: other host names could be rebound')
    }
    if (origin && !isAllowedOrigin(origin, ctx, options)) {
      return refuse(ctx, 'originNotAllowed', options.ownPages ? ORIGIN_NOT_LISTED : ORIGIN_NOT_CONSOLE)
    }
    if (options.token !== undefined && !equalsInConstantTime(getToken(ctx), options.token)) {
      return refuse(ctx, 'tokenWrong', 'send the admin token as "authorization: Bearer …"')
    }
    return next()
  }
}

function getToken(ctx: ParameterizedContext): string {
  const [, bearer] = /^Bearer +(.+)$/i.exec(ctx.get('authorization')) ?? []
  // An EventSource sends no headers.
  const query = ctx.path === '/_sim/events' && typeof ctx.query.token === 'string' ? ctx.query.token : ''
  return bearer ?? query
}

/** Compares digests, which have the same length for every guess. */
function equalsInConstantTime(text: string, secret: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(text), digest(secret))
}

function refuse(ctx: ParameterizedContext, code: AdminErrorCode, message: string): void {
  ctx.status = code === 'tokenWrong' ? 401 : 403
  ctx.body = { code, message, fields: [] } satisfies AdminError
}
