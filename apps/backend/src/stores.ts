// Opens the stores that the configuration names, with a place for the receipts. Loads only the clients it needs:
// ioredis and libsql take longer to load than the rest of the process.
import { createMemoryStores, type Stores } from '@local-number/server'
import type { SqliteStoreOptions } from '@local-number/server/sqlite'

export interface StoreSettings {
  /** `sqlite`, `memory`, or the address of a Redis. */
  readonly kind: string
  /** Of `sqlite`. */
  readonly file: string
  /** Where consent receipts are kept: `sqlite` is the store's own file if it is one, else `receiptFile`. */
  readonly receipts: 'sqlite' | 'log'
  readonly receiptFile: string
  /** Of SQLite files: whether each commit waits for the disk. */
  readonly powerLossSafe: boolean
}

export interface OpenedStores {
  readonly stores: Stores
  close(): Promise<void>
}

/** @throws ServerError `storeUnusable` */
export async function openStores(settings: StoreSettings, now?: () => number): Promise<OpenedStores> {
  const { receipts, receiptFile, powerLossSafe } = settings
  const { stores, close } = await openState(settings, now)
  if (receipts === 'log') return { stores: { ...stores, receipts: undefined }, close }
  if (stores.receipts) return { stores, close }
  try {
    const audit = await openSqlite({ file: receiptFile, powerLossSafe, now })
    const closeBoth = async () => void (await Promise.all([close(), audit.close()]))
    return { stores: { ...stores, receipts: audit.receipts }, close: closeBoth }
  } catch (error) {
    await close()
    throw error
  }
}

async function openState({ kind, file, powerLossSafe }: StoreSettings, now?: () => number): Promise<OpenedStores> {
  if (kind === 'memory') return { stores: createMemoryStores({ now }), close: async () => undefined }
  const stores = kind === 'sqlite' ? await openSqlite({ file, powerLossSafe, now }) : await connectRedis(kind)
  return { stores, close: () => stores.close() }
}

async function openSqlite(options: SqliteStoreOptions) {
  const { openSqliteStores } = await import('@local-number/server/sqlite')
  return openSqliteStores(options)
}

async function connectRedis(url: string) {
  const { connectRedisStores } = await import('@local-number/server/redis')
  return connectRedisStores(url)
}
