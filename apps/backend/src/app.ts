// The Koa application: its middleware and their order.
import type { LocalNumberServer } from '@local-number/server'
import { localNumber } from '@local-number/server/koa'
import Koa from 'koa'
import type { Logger } from 'pino'
import { allowOrigins } from './allow-origins'
import { answerHealth } from './answer-health'
import type { BackendConfig } from './config'
import { findClient } from './find-client'
import { endConnections, type Lifecycle } from './lifecycle'
import { logRequests } from './log-requests'
import { refuseUnknown, refuseUnreadableTargets } from './refuse'
import { setSecurityHeaders } from './set-security-headers'

export interface AppOptions {
  readonly config: BackendConfig
  readonly server: LocalNumberServer
  readonly log: Logger
  readonly lifecycle: Lifecycle
}

export function createApp({ config, server, log, lifecycle }: AppOptions): Koa {
  const app = new Koa()
  app.on('error', (err) => {
    if (HANG_UPS.includes(err.code)) log.info({ code: err.code }, 'the client hung up')
    else log.error({ err }, 'answer failed')
  })
  app.use(endConnections(lifecycle)).use(setSecurityHeaders)
  // In front of everything that reads the path.
  app.use(refuseUnreadableTargets(log))
  app.use(findClient(config.trustedProxies, log))
  app.use(logRequests(log)).use(allowOrigins(config.allowedOrigins)).use(answerHealth(lifecycle))
  app.use(localNumber(server).routes()).use(refuseUnknown(log))
  return app
}

/** What Node reports when a client has gone while it was answered. */
const HANG_UPS: readonly unknown[] = [
  ...['ECONNRESET', 'ECONNABORTED', 'EPIPE'],
  ...['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'],
]
