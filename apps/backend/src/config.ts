// The configuration of the process: the server's options, and where it listens.
import { join } from 'node:path'
import type { ServerSettings } from '@local-number/server'
import { readEnvironment } from '@local-number/server/env'
import { ConfigError, mergeWithFiles, readVariables, type Variables } from '@local-number/service-kit'
import type { StoreSettings } from './stores'
import {
  BACKEND_FILE_VARIABLES,
  backendVariables,
  getReceiptPlace,
  type LogLevel,
  REFUSED_IN_PRODUCTION,
  type StoreVariables,
  storeVariables,
} from './variables'

const STORE_FILE = 'local-number.db'
/** Of a store that keeps no receipts itself. */
const RECEIPT_FILE = 'receipts.db'

export interface BackendConfig {
  /** @default '0.0.0.0' in production, else '127.0.0.1' */
  readonly host: string
  /** 0 lets the system choose. @default 3000 */
  readonly port: number
  /** Origins whose pages may call, or `*`. @default [] in production, else ['*'] */
  readonly allowedOrigins: readonly string[]
  /** Proxies whose `X-Forwarded-For` counts. @default [] */
  readonly trustedProxies: readonly string[]
  /** @default 'info' */
  readonly logLevel: LogLevel
  /** Where the state and the receipts are kept. @default a SQLite file in DATA_DIR */
  readonly store: StoreSettings
  readonly server: ServerSettings
  /** Settings that are allowed but look like mistakes, as sentences for the log. */
  readonly warnings: readonly string[]
}

/**
 * Reads the whole configuration. Values are trimmed, and an empty variable counts as not set.
 *
 * @param env texts by name, such as `process.env`
 * @param defaults values for variables that `env` does not set, such as demo keys
 * @throws ConfigError with every problem
 */
export function loadConfig(env: Variables, defaults: Variables = {}): BackendConfig {
  const { own, production, server, warnings } = readEnvironment([env, defaults], {
    variables: backendVariables,
    files: BACKEND_FILE_VARIABLES,
    refusedInProduction: REFUSED_IN_PRODUCTION,
  })
  return {
    host: own.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: own.PORT,
    allowedOrigins: own.ALLOWED_ORIGINS ?? (production ? [] : ['*']),
    trustedProxies: own.TRUSTED_PROXIES,
    logLevel: own.LOG_LEVEL,
    store: toStoreSettings(own),
    server,
    warnings,
  }
}

/**
 * Reads what concerns the stores alone, without the keys of the service.
 *
 * @throws ConfigError with every problem
 */
export function loadStoreSettings(env: Variables): StoreSettings {
  const files = mergeWithFiles([env], BACKEND_FILE_VARIABLES)
  if (files.problems.length > 0) throw new ConfigError(files.problems)
  return toStoreSettings(readVariables(storeVariables, [files.env]))
}

function toStoreSettings(variables: StoreVariables): StoreSettings {
  return {
    kind: variables.LOCAL_NUMBER_STORE,
    file: join(variables.DATA_DIR, STORE_FILE),
    receipts: variables.LOCAL_NUMBER_RECEIPTS ?? getReceiptPlace(variables.LOCAL_NUMBER_STORE),
    receiptFile: join(variables.DATA_DIR, RECEIPT_FILE),
    powerLossSafe: variables.LOCAL_NUMBER_POWER_LOSS_SAFE === 'yes',
  }
}
