/**
 * The business server as a process or inside another one: `startBackend(loadConfig(env))`.
 *
 * @module
 */
import { createLocalNumberServer, type LocalNumberServerOptions } from '@local-number/server'
import type { DestinationStream } from 'pino'
import { createApp } from './app'
import type { BackendConfig } from './config'
import { listen } from './listen'
import { createLog } from './log'

export { ConfigError } from '@local-number/server/env'
export { type BackendConfig, loadConfig } from './config'
export { type DemoKeys, prepareDemoKeys } from './demo-keys'
export { StartError, type StartErrorCode } from './start-error'

/** What another process that hosts the backend, or a test, may bring along. */
export interface BackendOverrides
  extends Pick<LocalNumberServerOptions, 'now' | 'stores' | 'onConsent' | 'limits' | 'times'> {
  /** Where the log's lines go: standard output unless told. */
  readonly logTo?: DestinationStream
}

export interface Backend {
  /** Base URL, without a trailing slash. */
  readonly url: string
  /** Takes no new requests, waits for the running ones (at most ten seconds), and ends all connections. */
  close(): Promise<void>
}

/** @throws StartError `addressTaken`, `addressUnusable` */
export async function startBackend(config: BackendConfig, overrides: BackendOverrides = {}): Promise<Backend> {
  const { logTo, limits, ...rest } = overrides
  const log = createLog(config.logLevel, logTo)
  for (const warning of config.warnings) log.warn(warning)

  const server = createLocalNumberServer({
    ...config.server,
    ...rest,
    limits: { ...config.server.limits, ...limits },
    log,
  })
  const http = await listen(createApp(config, server, log).callback(), config, log)
  log.info({ url: http.url }, 'listening')
  return {
    url: http.url,
    close: once(async () => {
      await http.close()
      await server.close()
      log.info('closed')
    }),
  }
}

/** Two signals, or a signal and a host that shuts down, close once. */
function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
