// The configuration of the process: the server's options, and where and how it listens.
import type { LocalNumberServerOptions } from '@local-number/server'
import { readEnvironment } from '@local-number/server/env'
import type { Variables } from '@local-number/service-kit'
import { backendVariables, type LogLevel, REFUSED_IN_PRODUCTION } from './env-shape'

export interface BackendConfig {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Origins whose pages may call, or `*`. */
  readonly allowedOrigins: readonly string[]
  readonly logLevel: LogLevel
  readonly server: LocalNumberServerOptions
  /** What is allowed but hardly meant, in plain words. */
  readonly warnings: readonly string[]
}

/**
 * Reads the whole configuration. An empty variable counts as not set.
 *
 * @param env texts by name, such as `process.env`
 * @param below what stands in where `env` sets nothing, such as demo keys
 * @throws ConfigError with every problem
 */
export function loadConfig(env: Variables, below: Variables = {}): BackendConfig {
  const { own, production, server, warnings } = readEnvironment([env, below], {
    variables: backendVariables,
    refusedInProduction: REFUSED_IN_PRODUCTION,
  })
  return {
    host: own.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: own.PORT,
    allowedOrigins: own.ALLOWED_ORIGINS ?? (production ? [] : ['*']),
    logLevel: own.LOG_LEVEL,
    server,
    warnings,
  }
}
