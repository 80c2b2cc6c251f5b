/**
 * The business API for Express 4 and 5, for NestJS on Express, and for Node's own `http`.
 *
 * @example
 * ```ts
 * import { localNumber } from '@local-number/server/express'
 * import express from 'express'
 *
 * const app = express()
 * app.use(localNumber({ ...options, log }))
 * app.listen(3000)
 * ```
 *
 * @module
 */
export { type ExpressMiddleware, type ExpressRequest, localNumber } from './express/local-number'
export type { ServerOrOptions } from './http/server-or-options'
