// Keeps answers out of caches: each is for one login.
import type { LocalNumberMiddleware } from './state'

export const preventCaching: LocalNumberMiddleware = (ctx, next) => {
  ctx.set('cache-control', 'no-store')
  return next()
}
