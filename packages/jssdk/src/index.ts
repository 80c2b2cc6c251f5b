/**
 * The carrier's client SDK, clean-room. The platform comes from `@local-number/jssdk/miniprogram` or
 * `@local-number/jssdk/h5`; what is here is common to both.
 *
 * @module
 */
export {
  type Attempt,
  type CarrierAttempt,
  type CarrierImage,
  DEFAULT_TOKEN_TIMEOUT_MS,
  type ImageFirstAttempt,
  type ImageInsideAttempt,
  type TokenGrant,
} from './attempt'
export { type CallLimits, newAbortController, underLimits } from './cancellation'
export { SdkError, type SdkErrorCode } from './errors'
export { DEFAULT_NETWORK_TIMEOUT_MS } from './network-type'
export type { AttemptOptions } from './parameters'
export { commonPlatform, type NetworkType, type SdkPlatform, toNetworkType } from './platform'
export { randomBytes } from './random'
export { type CarrierSdk, createSdk, type OwnSdk, type SdkOptions } from './sdk'
export type { PostAnswer, PostRequest, Transport } from './transport'
export { createYdrz, type Ydrz, type YdrzData, type YdrzTokenResult } from './ydrz'
