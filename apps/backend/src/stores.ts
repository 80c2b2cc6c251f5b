// Opens the stores that the configuration names.
import { createMemoryStores, type Stores } from '@local-number/server'
import { connectRedisStores } from '@local-number/server/redis'
import { openSqliteStores } from '@local-number/server/sqlite'

export interface StoreSettings {
  /** `sqlite`, `memory`, or the address of a Redis. */
  readonly kind: string
  /** Of `sqlite`. */
  readonly file: string
  /** Of `sqlite`: whether each commit waits for the disk. */
  readonly powerLossSafe: boolean
}

export interface OpenedStores {
  readonly stores: Stores
  close(): Promise<void>
}

/** @throws ServerError `storeUnusable` */
export async function openStores(
  { kind, file, powerLossSafe }: StoreSettings,
  now?: () => number,
): Promise<OpenedStores> {
  if (kind === 'memory') return { stores: createMemoryStores({ now }), close: async () => undefined }
  const stores = kind === 'sqlite' ? openSqliteStores({ file, powerLossSafe, now }) : await connectRedisStores(kind)
  return { stores, close: () => stores.close() }
}
