// The carrier's three paths, the same on both lines.
import { Router } from '@koa/router'
import { PATHS } from '@local-number/protocol'
import type { Platform } from '../platform/platform'
import { answerGetMobile } from './get-mobile'
import { answerGetToken } from './get-token'
import type { LineState } from './line'
import { answerVerify } from './verify'

export function carrierRoutes(platform: Platform): Router<LineState> {
  // Exact paths: the gateway in front compares them as they are.
  const router = new Router<LineState>({ sensitive: true, strict: true })
  router.get(PATHS.getMobile, (ctx) => answerGetMobile(ctx, platform))
  router.post(PATHS.getToken, (ctx) => answerGetToken(ctx, platform))
  router.post(PATHS.verify, (ctx) => answerVerify(ctx, platform))
  return router
}
