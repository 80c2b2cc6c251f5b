/**
 * The stores of one machine, in a SQLite file: durable, with backup and restore, and nothing to install but the package
 * `libsql`.
 *
 * @example
 * ```ts
 * import { createLocalNumberServer } from '@local-number/server'
 * import { openSqliteStores } from '@local-number/server/sqlite'
 *
 * const server = createLocalNumberServer({ ...options, stores: openSqliteStores({ file: 'data/local-number.db' }) })
 * ```
 *
 * @module
 */
export { backUpDatabase } from './stores/sqlite/backup'
export { type Restored, type RestoreOptions, restoreDatabase } from './stores/sqlite/restore'
export { openSqliteStores, type SqliteStoreOptions, type SqliteStores } from './stores/sqlite/sqlite-stores'
