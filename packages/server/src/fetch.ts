/**
 * The business API as a function from a `Request` to its `Response`, for Hono, Next.js and other frameworks in Node.
 *
 * @example
 * ```ts
 * import { getConnInfo } from '@hono/node-server/conninfo'
 * import { createFetchHandler } from '@local-number/server/fetch'
 * import { Hono } from 'hono'
 *
 * const handle = createFetchHandler({ ...options, log })
 * const app = new Hono()
 * app.use(async (c, next) => (await handle(c.req.raw, getConnInfo(c).remote)) ?? next())
 * ```
 *
 * @module
 */
export { createFetchHandler, type FetchFacts, type FetchHandler } from './fetch/fetch-handler'
export type { ServerOrOptions } from './http/server-or-options'
