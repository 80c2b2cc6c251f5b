/**
 * The business server, as its own process or inside another one.
 *
 * @example
 * ```ts
 * import { loadConfig, startBackend } from '@local-number/backend'
 *
 * const { url, close } = await startBackend(loadConfig(process.env))
 * ```
 *
 * @module
 */
import { createLocalNumberServer, type LocalNumberServerOptions } from '@local-number/server'
import { prepareSms } from '@local-number/server/sms'
import type { DestinationStream } from 'pino'
import { sumAnswerMs } from './answer-time'
import { createApp } from './app'
import type { BackendConfig } from './config'
import { createLog, openStandardOutput } from './log'
import type { LogDestination } from './log-destination'
import { serve } from './serve'
import { openStores } from './stores'

export { ConfigError, isConfigError, isListenError, ListenError, type ListenErrorCode } from '@local-number/service-kit'
export { type BackendConfig, loadConfig } from './config'
export { type DemoKeys, prepareDemoKeys } from './demo-keys'
export { createDemoStores, type DemoStores } from './demo-stores'
export { StartError, type StartErrorCode } from './start-error'

/** What a test, or another process that contains the backend, may replace. */
export interface BackendOverrides
  extends Pick<LocalNumberServerOptions, 'now' | 'stores' | 'onConsent' | 'limits' | 'times' | 'sms'> {
  /** Where the log's lines go. @default standard output */
  readonly logTo?: DestinationStream
  /** The variable that chose the port, for errors. @default 'PORT' */
  readonly portSetting?: string
  /** How long it still listens after `close()`, in ms, for requests that are on their way. @default 500 */
  readonly stopNoticeMs?: number
}

export interface Backend {
  /** Base URL, without a trailing slash. */
  readonly url: string
  /**
   * Reports itself as not ready, ends each connection after its answer, then accepts no more, and waits for the running
   * requests: for as long as the slowest may take.
   */
  close(): Promise<void>
}

/** @throws ListenError `portTaken`, `portUnusable`, `hostUnusable`; ServerError `storeUnusable`, `optionUnusable` */
export async function startBackend(config: BackendConfig, overrides: BackendOverrides = {}): Promise<Backend> {
  const { logTo, limits, portSetting, stopNoticeMs, ...rest } = overrides
  const output = openOutput(logTo)
  const log = createLog(config.logLevel, output)
  for (const warning of config.warnings) log.warn(warning)

  await prepareSms(rest.sms ?? config.server.sms)
  // A test's own stores are its own to close.
  const opened = rest.stores ? null : await openStores(config.store, rest.now)
  const server = createLocalNumberServer({
    ...config.server,
    origins: config.allowedOrigins,
    stores: opened?.stores,
    ...rest,
    limits: { ...config.server.limits, ...limits },
    log: Object.assign(log, { isDropping: output.isDropping }),
  })
  const lifecycle = { stopping: false }
  const place = {
    ...config,
    portSetting,
    stopNoticeMs,
    answerMs: sumAnswerMs({ ...config.server, times: { ...config.server.times, ...rest.times } }),
  }
  const http = await serve(createApp({ config, server, log, lifecycle }).callback(), place, log).catch(
    async (error) => {
      await opened?.close()
      throw error
    },
  )
  // The kind alone: an address holds a password.
  log.info({ url: http.url, store: rest.stores ? 'own' : config.store.kind.split(':')[0] }, 'listening')
  return {
    url: http.url,
    close: runOnce(async () => {
      lifecycle.stopping = true
      await http.close()
      await server.close()
      await opened?.close()
      log.info('closed')
      await output.flush(FLUSH_MS)
    }),
  }
}

/** How long closing waits for a reader of the log that has fallen behind, in ms. */
const FLUSH_MS = 1_000

function openOutput(logTo: DestinationStream | undefined): LogDestination {
  if (logTo === undefined) return openStandardOutput()
  return { write: (line) => logTo.write(line), isDropping: () => false, flush: async () => undefined }
}

/** Two signals, or a signal and a parent that shuts down, close once. */
function runOnce(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
