/**
 * The login as a headless machine: a pure transition table, work that starts and ends with its state, and a zustand
 * store. Knows neither React nor Taro.
 *
 * @module
 */
export { type CallFunction, type CloudApiOptions, createCloudApi } from './cloud-api'
export { DEFAULT_LIMITS, type LoginConfig, type LoginLimits, type NetworkCheck, TOKEN_FRESH_MS } from './config'
export type { EventData, EventOf, EventType, LoginEvent } from './events'
export { createHttpApi, type HttpApiOptions } from './http-api'
export { createImageSlot, type ImageSlot, type SlotImage } from './image-slot'
export { inform } from './listeners'
export { createLogin, type Login, type LoginActions, type LoginRecord } from './login'
export {
  type ApiCall,
  type ForegroundPort,
  type LoginApi,
  LoginApiError,
  type LoginPorts,
  type NetworkPort,
  type Unsupported,
} from './ports'
export { randomId } from './random-id'
export { type FallbackReason, RETRY_TARGET, type RetryTarget } from './reasons'
export {
  initialState,
  type LoginFacts,
  type LoginState,
  type PhoneProblem,
  type StateData,
  type StateName,
  type StateOf,
} from './states'
export { transition } from './transition'
