/**
 * The business API for Koa.
 *
 * @example
 * ```ts
 * import Koa from 'koa'
 * import { localNumber } from '@local-number/server/koa'
 *
 * const app = new Koa()
 * app.use(localNumber({ ...options, log }).routes())
 * app.listen(3000)
 * ```
 *
 * @module
 */
export type { ServerOrOptions } from './http/server-or-options'
export { type KoaApi, type KoaContext, type KoaMiddleware, localNumber } from './koa/local-number'
