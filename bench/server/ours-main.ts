// Our server in a process of its own: the whole service as in production, or with only a part of its features.
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, startBackend } from '@local-number/backend'
import { createLocalNumberServer, createMemoryStores, type Stores } from '@local-number/server'
import { readEnvironment } from '@local-number/server/env'
import { localNumber } from '@local-number/server/koa'
import { openSqliteStores } from '@local-number/server/sqlite'
import Koa from 'koa'
import { APP_ID, APP_KEY, type Keys } from './app'
import { answerParent, readOptions } from './child'
import { watchDelay } from './delay'
import type { Layer } from './layers'
import { createNoStores } from './no-stores'

export interface OursOptions {
  readonly keys: Keys
  /** @default 'full' */
  readonly layer?: Layer
  /** Further variables, such as `LOCAL_NUMBER_STORE`. */
  readonly env?: Readonly<Record<string, string>>
  readonly platform?: string
}

const { keys, layer = 'full', env, platform = 'http://127.0.0.1:9' } = readOptions<OursOptions>()

const variables = {
  PORT: '0',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'data-')),
  LOCAL_NUMBER_APP_ID: APP_ID,
  LOCAL_NUMBER_APP_KEY: APP_KEY,
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: keys.customerPrivateKey,
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: keys.platformPublicKey,
  LOCAL_NUMBER_TICKET_PRIVATE_KEY: keys.ticketPrivateKey,
  LOCAL_NUMBER_HASH_SECRET: 'a secret of the bench that is long enough',
  LOCAL_NUMBER_VERIFY_ORIGIN: platform,
  LOCAL_NUMBER_EDITIONS: 'miniProgram,h5,httpsMiniProgram',
  // All of the load comes from one address. The limit is counted as ever.
  LOCAL_NUMBER_SIGNS_PER_IPV4: '1000000',
  LOCAL_NUMBER_FAILED_CHECKS_PER_CLIENT: '1000000',
  ...env,
}

const STORES: Readonly<Partial<Record<Layer, () => Stores>>> = {
  core: createNoStores,
  limits: createNoStores,
  // All of the load is one owner's.
  memory: () => createMemoryStores({ capacity: 10_000_000 }),
  sqlite: () => openSqliteStores({ file: join(variables.DATA_DIR, 'local-number.db') }),
}

const ignoreConsent = () => undefined

/** The API alone. */
async function startApi(stores: Stores): Promise<string> {
  const { server: settings } = readEnvironment([variables], { variables: {} })
  const server = createLocalNumberServer({ ...settings, stores, onConsent: ignoreConsent })
  const app = new Koa()
  // What is no address is not counted.
  if (layer === 'core') {
    app.use((ctx, next) => {
      ctx.request.ip = 'unknown'
      return next()
    })
  }
  app.use(localNumber(server).routes())
  const http = createServer(app.callback()).listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
}

async function startService(): Promise<string> {
  const isSilent = layer === 'service'
  const config = loadConfig(isSilent ? { ...variables, LOG_LEVEL: 'silent' } : variables)
  const { url } = await startBackend(config, isSilent ? { onConsent: ignoreConsent } : {})
  return url
}

const createStores = STORES[layer]
const url = createStores ? await startApi(createStores()) : await startService()

answerParent(
  {
    ...watchDelay(),
    heap: () => {
      // Twice, since the second run frees what the first one finalizes.
      globalThis.gc?.()
      globalThis.gc?.()
      return process.memoryUsage().heapUsed
    },
  },
  { url },
)
