// The Koa application: its middleware and their order.
import type { LocalNumberServer } from '@local-number/server'
import { useLocalNumberApi } from '@local-number/server/koa'
import Koa from 'koa'
import type { Logger } from 'pino'
import { allowOrigins } from './allow-origins'
import { answerHealth } from './answer-health'
import type { BackendConfig } from './config'
import { logRequests } from './log-requests'
import { setSecurityHeaders } from './set-security-headers'

export function createApp(config: BackendConfig, server: LocalNumberServer, log: Logger): Koa {
  const app = new Koa()
  app.on('error', (err) => log.error({ err }, 'answer failed'))
  app.use(logRequests(log)).use(setSecurityHeaders).use(allowOrigins(config.allowedOrigins)).use(answerHealth)
  useLocalNumberApi(app, server, log)
  return app
}
