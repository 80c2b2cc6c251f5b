/**
 * The login as a headless machine: a pure transition table, effects that start and end with their state, and a zustand
 * store. It knows neither React nor Taro.
 *
 * @example
 * ```ts
 * import { createLogin, DEFAULT_LIMITS } from '@local-number/login'
 *
 * const config = { attempt: { appId }, consentVersion: '1', networkCheck: 'auto', limits: DEFAULT_LIMITS } as const
 * const login = createLogin(config, ports) // ports: the SDK, the business server, the network, the image
 * login.store.subscribe((state) => console.log(state.name))
 * const disconnect = login.connect()
 * ```
 *
 * @module
 */
export { type CallFunction, type CloudApiOptions, createCloudApi, createCloudCall } from './cloud-api'
export {
  type Binding,
  DEFAULT_LIMITS,
  type LoginConfig,
  type LoginLimits,
  type NetworkCheck,
  type OnWifi,
  TOKEN_MARGIN_MS,
} from './config'
export { chooseEdition } from './editions'
export type { EventData, EventOf, EventType, LoginEvent } from './events'
export { createHttpApi, createHttpCall, type HttpApiOptions } from './http-api'
export { type HttpsFailure, readHttpsFailure } from './https-failures'
export { createImageSlot, type ImageSlot, type SlotImage } from './image-slot'
export { inform } from './listeners'
export { createLogin, type Login, type LoginActions, type LoginRecord } from './login'
export {
  type ApiCall,
  type EarlySign,
  type EditionName,
  type EditionPort,
  type ForegroundPort,
  GATEWAY_ERROR,
  type IdsAnswer,
  type LoginApi,
  LoginApiError,
  type LoginPorts,
  MALFORMED_ANSWER,
  type NetworkPort,
  type Prefetch,
  type PrefetchOptions,
  type PrefetchView,
  type Unsupported,
} from './ports'
export { createPrefetch } from './prefetch'
export type { InitialPhone, ProvenWay, Verified } from './proven'
export { createRandomId } from './random-id'
export { type FallbackReason, REASONS, type ReasonRule, type RetryTarget } from './reasons'
export { createLoginApi, type RemoteCall } from './remote-api'
export {
  createInitialState,
  type EntryProblem,
  type FallbackData,
  type LoginFacts,
  type LoginState,
  type PhoneProblem,
  type StateData,
  type StateName,
  type StateOf,
} from './states'
export { transition } from './transition'
export { createWait, getWaitMs, type Wait } from './wait'
