/**
 * Carrier login for Taro apps: a component that owns the whole login, and the same as a headless hook.
 *
 * @module
 */
export type {
  FallbackReason,
  LoginApi,
  LoginLimits,
  LoginRecord,
  LoginState,
  NetworkCheck,
  NetworkPort,
  PhoneProblem,
  StateName,
} from '@local-number/login'
export { LoginApiError } from '@local-number/login'
export { type FallbackControls, LocalNumberLogin, type LocalNumberLoginProps } from './local-number-login'
export type { FellBack, LocalNumberLoginOptions, Verified } from './options'
export type { Terms } from './terms'
export type { Locale, ProgressStep } from './texts'
export { type LocalNumberLoginHandle, useLocalNumberLogin } from './use-local-number-login'
export { CarrierImage } from './views/carrier-image'
export type { PhoneEntryView } from './views/phone-entry'
