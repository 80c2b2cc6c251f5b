// Answers that carry signatures and tickets stay out of every cache.
import type { LocalNumberMiddleware } from './state'

export const noStore: LocalNumberMiddleware = (ctx, next) => {
  ctx.set('cache-control', 'no-store')
  return next()
}
