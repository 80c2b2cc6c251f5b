// The Koa application: which middleware, in which order.
import type { LocalNumberServer } from '@local-number/server'
import { useLocalNumberApi } from '@local-number/server/koa'
import Koa from 'koa'
import type { Logger } from 'pino'
import { accessLog } from './access-log'
import type { BackendConfig } from './config'
import { crossOrigin } from './cross-origin'
import { health } from './health'
import { securityHeaders } from './security-headers'

export function createApp(config: BackendConfig, server: LocalNumberServer, log: Logger): Koa {
  const app = new Koa()
  app.on('error', (err) => log.error({ err }, 'answer failed'))
  app.use(accessLog(log)).use(securityHeaders).use(crossOrigin(config.allowedOrigins)).use(health)
  useLocalNumberApi(app, server, log)
  return app
}
