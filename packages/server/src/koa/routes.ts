// The three routes, each a list of checks with its handler at the end.

import { Router } from '@koa/router'
import { BUSINESS_PATHS } from '@local-number/protocol'
import type Koa from 'koa'
import { type Log, redacted } from '../log/log'
import type { LocalNumberServer } from '../server'
import { errorShape } from './error-shape'
import { noStore } from './no-store'
import { parseBody } from './parse-body'
import { requireJson } from './require-json'
import { type LocalNumberMiddleware, type LocalNumberState, setTraceId } from './state'
import { traceId } from './trace-id'

/** Where checkers find the public key of the tickets. */
export const JWKS_PATH = '/api/local-number/jwks.json'

const JWKS_MAX_AGE = 300

/**
 * Mounts the whole API on a Koa application. Addresses and methods that nobody answers get the API's own error shape, so
 * whatever else the application answers comes before.
 */
export function useLocalNumberApi(app: Koa, server: LocalNumberServer, log: Log): void {
  const router = new Router<LocalNumberState>()
    .post(BUSINESS_PATHS.sign, noStore, requireJson, parseBody, sign(server))
    .post(BUSINESS_PATHS.verify, noStore, requireJson, parseBody, verify(server))
    .get(JWKS_PATH, jwks(server))
  app
    .use(traceId)
    .use(errorShape(redacted(log)))
    .use(router.routes())
    .use(router.allowedMethods())
}

function sign(server: LocalNumberServer): LocalNumberMiddleware {
  return async (ctx) => {
    ctx.body = await server.sign(ctx.request.body, ctx.state.traceId)
  }
}

function verify(server: LocalNumberServer): LocalNumberMiddleware {
  return async (ctx) => {
    const answer = await server.verify(ctx.request.body)
    setTraceId(ctx, answer.traceId)
    ctx.body = answer
  }
}

function jwks(server: LocalNumberServer): LocalNumberMiddleware {
  return async (ctx) => {
    ctx.set('cache-control', `public, max-age=${JWKS_MAX_AGE}`)
    ctx.body = await server.jwks()
  }
}
