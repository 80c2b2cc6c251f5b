// Whose request it is: the address that the outermost trusted proxy saw. What stands before it in X-Forwarded-For is
// the client's own word.
import type { Middleware } from 'koa'
import type { Logger } from 'pino'
import proxyAddr from 'proxy-addr'

/** @param trustedProxies addresses and networks, as `proxy-addr` reads them */
export function findClient(trustedProxies: readonly string[], log: Logger): Middleware {
  const isTrusted = proxyAddr.compile([...trustedProxies])
  let hasWarned = false
  return (ctx, next) => {
    ctx.request.ip = proxyAddr(ctx.req, isTrusted)
    if (!hasWarned && trustedProxies.length === 0 && ctx.get('x-forwarded-for') !== '') {
      hasWarned = true
      log.warn('requests come through a proxy: set TRUSTED_PROXIES, or all its clients share the limits of one address')
    }
    return next()
  }
}
