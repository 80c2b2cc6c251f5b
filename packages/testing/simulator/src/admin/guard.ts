// Who may use the routes that change the simulator: nobody whom a web page somewhere has sent (DNS rebinding, CSRF), and
// with a token nobody without it.
import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { AdminError, AdminErrorCode } from '@local-number/simulator-contract'
import type { Middleware } from 'koa'
import { urlOf } from '../http/url-of'

export interface GuardOptions {
  /** Web origins that may ask, besides the simulator's own. */
  readonly pageOrigins: readonly string[]
  /** Pages of this machine may ask too, whatever their port: of loopback, or of the address that was asked. */
  readonly ownPages: boolean
  /** Without one, nobody needs any. */
  readonly token?: string
}

/** Where everything listens unless it is told otherwise: no other machine reaches it. */
export const LOOPBACK = '127.0.0.1'

/**
 * Hosts that no stranger's name server can point here: an address, a name of one word, as containers call each other, or
 * one that never leaves the machine.
 */
export function isSafeHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  return isIP(name) !== 0 || !name.includes('.') || name.endsWith('.localhost')
}

export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** Where the request was sent to; the host has the port. */
interface Asked {
  readonly host: string
  readonly hostname: string
}

/** Whether a page of this origin may read and write. */
export function isAllowedOrigin(origin: string, asked: Asked, options: GuardOptions): boolean {
  const url = urlOf(origin)
  if (!url) return false
  if (url.host === asked.host || options.pageOrigins.includes(url.origin)) return true
  return options.ownPages && (isLoopbackHost(url.hostname) || url.hostname === asked.hostname)
}

/** At the gateway. */
const NAMED_PAGES =
  'a page of another origin may not use this: SIMULATOR_PAGE_ORIGINS, in code pageOrigins, names the pages that may'
/** At the admin API, where no other can be named. */
const OWN_PAGE = "only the console's own page may use this"

export function guard(options: GuardOptions): Middleware {
  return (ctx, next) => {
    const origin = ctx.get('origin')
    const isAddress = urlOf(ctx.req.url ?? '', `http://${ctx.get('host')}`) !== null
    // Whom a rebound name has led here does not know the token.
    if (!isAddress || (options.token === undefined && !isSafeHost(ctx.hostname))) {
      return refuse(ctx, 'hostNotAllowed', 'ask by an address or as localhost: another name could be anybody’s')
    }
    if (origin && !isAllowedOrigin(origin, ctx, options)) {
      return refuse(ctx, 'originNotAllowed', options.ownPages ? NAMED_PAGES : OWN_PAGE)
    }
    if (options.token !== undefined && !isToken(presentedToken(ctx), options.token)) {
      return refuse(ctx, 'tokenWrong', 'send the admin token as "authorization: Bearer …"', 401)
    }
    return next()
  }
}

function presentedToken(ctx: Parameters<Middleware>[0]): string {
  const [, bearer] = /^Bearer +(.+)$/i.exec(ctx.get('authorization')) ?? []
  // An EventSource sends no headers.
  const query = ctx.path === '/_sim/events' && typeof ctx.query.token === 'string' ? ctx.query.token : ''
  return bearer ?? query
}

/** Digests have one length, so the comparison takes as long for every guess. */
function isToken(presented: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(presented), digest(token))
}

function refuse(ctx: Parameters<Middleware>[0], code: AdminErrorCode, message: string, status = 403): void {
  ctx.status = status
  ctx.body = { code, message, fields: [] } satisfies AdminError
}
