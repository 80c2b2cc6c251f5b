// The four routes, each a list of checks with its handler at the end.

import { Router } from '@koa/router'
import { BUSINESS_PATHS } from '@local-number/protocol'
import type Koa from 'koa'
import type { CallFacts } from '../call-facts'
import { type Log, redactLog } from '../log/log'
import type { LocalNumberServer } from '../server'
import { assignTraceId } from './assign-trace-id'
import { getBody, parseBody } from './parse-body'
import { preventCaching } from './prevent-caching'
import { requireJson } from './require-json'
import { requireReadableTarget } from './require-readable-target'
import { shapeErrors } from './shape-errors'
import { type LocalNumberMiddleware, type LocalNumberState, setTraceId } from './state'

/** Where ticket checkers find the public key of the tickets. */
export const JWKS_PATH = '/api/local-number/jwks.json'

const JWKS_MAX_AGE_SECONDS = 300

/**
 * Mounts the whole API on a Koa application. Other addresses and methods get the API's own 404 and 405, so mount the
 * application's own routes first.
 *
 * @param log receives redacted lines: a pino logger, or anything with `info`, `warn` and `error`
 */
export function useLocalNumberApi(app: Koa, server: LocalNumberServer, log: Log): void {
  // Exactly these: a limit that a proxy has for one of them must not be passed by another spelling.
  const router = new Router<LocalNumberState>({ sensitive: true, strict: true })
    .post(BUSINESS_PATHS.sign, preventCaching, requireJson, parseBody, handleSign(server))
    .post(
      BUSINESS_PATHS.consent,
      preventCaching,
      requireJson,
      parseBody,
      handleAttempt((body, facts) => server.consent(body, facts)),
    )
    .post(
      BUSINESS_PATHS.verify,
      preventCaching,
      requireJson,
      parseBody,
      handleAttempt((body, facts) => server.verify(body, facts)),
    )
    .get(JWKS_PATH, handleJwks(server))
  app
    .use(assignTraceId)
    .use(shapeErrors(redactLog(log)))
    .use(requireReadableTarget)
    .use(router.routes())
    .use(router.allowedMethods())
}

function handleSign(server: LocalNumberServer): LocalNumberMiddleware {
  return async (ctx) => {
    ctx.body = await server.sign(getBody(ctx), { traceId: ctx.state.traceId })
  }
}

/** Its answer carries the attempt's own trace id. */
function handleAttempt(
  act: (body: unknown, facts: CallFacts) => Promise<{ readonly traceId: string }>,
): LocalNumberMiddleware {
  return async (ctx) => {
    const answer = await act(getBody(ctx), { traceId: ctx.state.traceId })
    setTraceId(ctx, answer.traceId)
    ctx.body = answer
  }
}

function handleJwks(server: LocalNumberServer): LocalNumberMiddleware {
  return async (ctx) => {
    ctx.set('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`)
    ctx.body = await server.jwks()
  }
}
