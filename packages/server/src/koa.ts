/**
 * The services as Koa middleware: one check, one named middleware.
 *
 * @module
 */
export { TRACE_HEADER } from '@local-number/protocol'
export { errorShape } from './koa/error-shape'
export { noStore } from './koa/no-store'
export { parseBody } from './koa/parse-body'
export { requireJson } from './koa/require-json'
export { JWKS_PATH, useLocalNumberApi } from './koa/routes'
export type { LocalNumberMiddleware, LocalNumberState } from './koa/state'
export { traceId } from './koa/trace-id'
