/**
 * The services as a WeChat cloud function, with stores over the cloud database.
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
