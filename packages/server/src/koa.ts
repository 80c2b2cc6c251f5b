/**
 * The business API as Koa middleware. `useLocalNumberApi` mounts all of it.
 *
 * @example
 * ```ts
 * import Koa from 'koa'
 * import { createLocalNumberServer } from '@local-number/server'
 * import { useLocalNumberApi } from '@local-number/server/koa'
 *
 * const app = new Koa()
 * useLocalNumberApi(app, createLocalNumberServer(options), log)
 * app.listen(3000)
 * ```
 *
 * @module
 */
export { TRACE_HEADER } from '@local-number/protocol'
export { assignTraceId } from './koa/assign-trace-id'
export { parseBody } from './koa/parse-body'
export { preventCaching } from './koa/prevent-caching'
export { requireJson } from './koa/require-json'
export { requireReadableTarget } from './koa/require-readable-target'
export { JWKS_PATH, useLocalNumberApi } from './koa/routes'
export { shapeErrors } from './koa/shape-errors'
export type { LocalNumberMiddleware, LocalNumberState } from './koa/state'
