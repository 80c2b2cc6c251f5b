/**
 * The stores of many machines, in Redis. Needs the package `ioredis`.
 *
 * @example
 * ```ts
 * import { createLocalNumberServer } from '@local-number/server'
 * import { connectRedisStores } from '@local-number/server/redis'
 *
 * const stores = await connectRedisStores('redis://127.0.0.1:6379')
 * const server = createLocalNumberServer({ ...options, stores })
 * ```
 *
 * @module
 */
export { type ConnectOptions, connectRedisStores, type RedisStores } from './stores/redis/connect'
export { createRedisStores, type RedisStoreOptions } from './stores/redis/redis-stores'
