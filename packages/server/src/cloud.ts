/**
 * The services as a WeChat cloud function, with stores over the cloud database.
 *
 * @example
 * ```ts
 * import cloud from 'wx-server-sdk'
 * import { createCloudFunction, createCloudStores } from '@local-number/server/cloud'
 *
 * cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
 * const stores = createCloudStores(cloud.database())
 * export const main = createCloudFunction({ ...options, stores, log }, { openId: () => cloud.getWXContext().OPENID })
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
export type { ServerOrOptions } from './http/server-or-options'
