// The API as a Koa middleware.
import type { IncomingMessage } from 'node:http'
import { createApi } from '../http/api'
import { answerRequest } from '../http/node'
import { findOwnPath, HTTP_ROUTES } from '../http/routes'
import { type ServerOrOptions, toServer } from '../http/server-or-options'

/** The part of Koa's context that it uses. */
export interface KoaContext {
  readonly req: IncomingMessage
  readonly request: object
  /** Below a mount path, what the mount leaves of it. */
  readonly url: string
  /** From `X-Forwarded-For` only with Koa's `proxy`. */
  readonly ip: string
  status: number
  body: unknown
  set(name: string, value: string): void
}

export type KoaMiddleware = (ctx: KoaContext, next: () => Promise<unknown>) => Promise<unknown>

export interface KoaApi {
  /**
   * Returns the middleware. It answers everything below `/api/local-number/`, and passes all else on without touching
   * it. A body parser in front of it is not needed and does no harm.
   */
  routes(): KoaMiddleware
}

/** @throws as `createLocalNumberServer`, if it gets options */
export function localNumber(serverOrOptions: ServerOrOptions): KoaApi {
  const api = createApi(toServer(serverOrOptions), HTTP_ROUTES)
  return {
    routes: () => async (ctx, next) => {
      const path = findOwnPath(ctx.url)
      if (path === null) return next()
      const parsed = Object(ctx.request).body
      const { status, headers, body } = await answerRequest(api, ctx.req, { path, address: ctx.ip, parsed })
      ctx.status = status
      for (const [name, value] of Object.entries(headers)) ctx.set(name, value)
      if (body) ctx.body = body
    },
  }
}
