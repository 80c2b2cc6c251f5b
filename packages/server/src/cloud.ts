/**
 * The services as a WeChat cloud function, with stores over the cloud database.
 *
 * @example
 * ```ts
 * import cloud from 'wx-server-sdk'
 * import { createLocalNumberServer } from '@local-number/server'
 * import { createCloudFunction, createCloudStores } from '@local-number/server/cloud'
 *
 * cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
 * const server = createLocalNumberServer({ ...options, stores: createCloudStores(cloud.database()) })
 * export const main = createCloudFunction(server, { log, openId: () => cloud.getWXContext().OPENID })
 * ```
 *
 * @module
 */
export type { CloudCollection, CloudCondition, CloudDatabase, CloudDocument, CloudQuery } from './cloud/cloud-database'
export {
  type CloudFunction,
  type CloudFunctionOptions,
  type CloudServer,
  createCloudFunction,
} from './cloud/cloud-function'
export { type CloudStoreOptions, type CloudStores, createCloudOnceStore, createCloudStores } from './cloud/cloud-stores'
