/**
 * The carrier's client SDK, written from its documented behavior. The platform comes from
 * `@local-number/jssdk/miniprogram` or `@local-number/jssdk/h5`; this entry holds what both share.
 *
 * @example
 * ```ts
 * import { SdkError } from '@local-number/jssdk'
 * import { createMiniProgramSdk } from '@local-number/jssdk/miniprogram'
 *
 * const attempt = createMiniProgramSdk(wx).createAttempt({ appId: '300011877495' })
 * // Load attempt.image, have attempt.preSign signed, then:
 * const { token } = await attempt.requestToken(sign) // rejects with an SdkError
 * ```
 *
 * @module
 */
export type {
  Attempt,
  CarrierAttempt,
  CarrierImage,
  IdsAttempt,
  ImageFirstAttempt,
  ImageInsideAttempt,
  NoImageAttempt,
  PreSignAttempt,
  SignedIds,
  TokenGrant,
} from './attempt'
export { type CallLimits, createAbortController, runWithLimits } from './cancellation'
export { SdkError, type SdkErrorCode } from './errors'
export { DEFAULT_NETWORK_TIMEOUT_MS } from './network-type'
export { type AttemptOptions, DEFAULT_LINE } from './parameters'
export { commonPlatform, type NetworkType, type SdkPlatform, toNetworkType } from './platform'
export { getRandomBytes } from './random'
export { type CarrierSdk, createSdk, type OwnSdk, type SdkOptions } from './sdk'
export { DEFAULT_TOKEN_TIMEOUT_MS } from './token-call'
export { type PostAnswer, type PostRequest, readBody, type Transport } from './transport'
export { createYdrz, type Ydrz } from './ydrz'
export type { YdrzConnectionOptions, YdrzData, YdrzTokenResult } from './ydrz/callbacks'
