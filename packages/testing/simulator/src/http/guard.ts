// Who may use the routes below `/_sim`: no web page of another origin (CSRF), no rebound host name (DNS rebinding), and
// with a token only who has it.
import type { AdminError, AdminErrorCode } from '@local-number/simulator-contract'
import type { ParameterizedContext } from 'koa'
import { equalsInConstantTime } from '../common/constant-time'
import { isLoopbackHost, isSafeHost } from '../common/hosts'
import { parseUrl } from '../common/url'
import type { LineMiddleware } from './context'

export interface GuardOptions {
  /** Web origins that are allowed besides the simulator's own. */
  readonly pageOrigins: readonly string[]
  /** Also allows pages on any port of loopback or of the address that was called. */
  readonly allowLocalPages: boolean
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
  return options.allowLocalPages && (isLoopbackHost(url.hostname) || url.hostname === target.hostname)
}

/** At the gateway. */
const ORIGIN_NOT_LISTED =
  'pages of this origin are not allowed: list it in SIMULATOR_PAGE_ORIGINS, or in the option pageOrigins'
/** At the admin API, whose pages cannot be listed. */
const ORIGIN_NOT_CONSOLE = 'only the page of the console itself is allowed'

export function guard(options: GuardOptions): LineMiddleware {
  return (ctx, next) => {
    const origin = ctx.get('origin')
    const hasValidUrl = parseUrl(ctx.req.url ?? '', `http://${ctx.get('host')}`) !== null
    // With a token any host is safe: a page behind a rebound name does not know the token.
    if (!hasValidUrl || (options.token === undefined && !isSafeHost(ctx.hostname))) {
      return refuse(ctx, 'hostNotAllowed', 'use an IP address or localhost: other host names could be rebound')
    }
    if (origin && !isAllowedOrigin(origin, ctx, options)) {
      return refuse(ctx, 'originNotAllowed', options.allowLocalPages ? ORIGIN_NOT_LISTED : ORIGIN_NOT_CONSOLE)
    }
    if (options.token !== undefined && !equalsInConstantTime(getToken(ctx), options.token)) {
      return refuse(ctx, 'tokenWrong', 'send the admin token as "authorization: Bearer …"')
    }
    return next()
  }
}

/** An EventSource sends no headers, and the webhook of a business server none of ours. */
const TOKEN_IN_QUERY: readonly string[] = ['/_sim/events', '/_sim/messages']

function getToken(ctx: ParameterizedContext): string {
  const [, bearer] = /^Bearer +(.+)$/i.exec(ctx.get('authorization')) ?? []
  const query = TOKEN_IN_QUERY.includes(ctx.path) && typeof ctx.query.token === 'string' ? ctx.query.token : ''
  return bearer ?? query
}

function refuse(ctx: ParameterizedContext, code: AdminErrorCode, message: string): void {
  ctx.status = code === 'tokenWrong' ? 401 : 403
  ctx.body = { code, message, fields: [] } satisfies AdminError
}
