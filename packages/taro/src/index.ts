/**
 * Login by local-number verification for Taro apps: a component for the whole login, and the same as a headless hook.
 *
 * @example
 * ```tsx
 * import { LocalNumberLogin } from '@local-number/taro'
 * import '@local-number/taro/style.css'
 *
 * <LocalNumberLogin
 *   appId="300011877495"
 *   appName="Shop"
 *   consentVersion="1"
 *   api={{ baseUrl }}
 *   onVerified={openSession}
 * />
 * ```
 *
 * @module
 */
export type { NetworkType } from '@local-number/jssdk'
export type {
  ApiCall,
  Binding,
  CloudApiOptions,
  EditionName,
  EntryProblem,
  FallbackReason,
  HttpApiOptions,
  ImageSlot,
  LoginActions,
  LoginApi,
  LoginLimits,
  LoginRecord,
  LoginState,
  NetworkCheck,
  NetworkPort,
  OnWifi,
  PhoneProblem,
  ProvenWay,
  RetryTarget,
  SlotImage,
  StateName,
  StateOf,
  Verified,
} from '@local-number/login'
export { LoginApiError, REASONS, type ReasonRule } from '@local-number/login'
export type {
  CarrierOrigins,
  ConsentReceipt,
  ExpandParams,
  Line,
  OpenType,
  SignAnswer,
  SignRequest,
  VerifyAnswer,
  VerifyOutcome,
  VerifyRequest,
} from '@local-number/protocol'
/** For ways of your own: what a user types, as 11 digits, and as others may see it. */
/** The carrier's terms, which a consent view of your own must link. */
export { CARRIER_TERMS, maskMsisdn, parseMsisdn } from '@local-number/protocol'
export { type CarrierEdition, imageEdition, type VendorDriver } from './editions'
export type { ExitControls } from './exit-controls'
export { LocalNumberLogin } from './local-number-login'
export type { FellBack, LocalNumberLoginOptions } from './options'
export type { LocalNumberLoginProps } from './props'
export { LocalNumberProvider, type ProvidedOptions, type WithProvided } from './provider'
export { forgetPhone } from './remembered-phone'
export type {
  ConsentControls,
  ConsentView,
  FallbackControls,
  PhoneEntryView,
  Slots,
  TurnWifiOffView,
  VerifiedView,
} from './slots'
export type { Terms } from './terms'
export { type DeepPartial, type Locale, type ProgressStep, type Texts, zhCN } from './texts'
export { type LocalNumberLoginHandle, useLocalNumberLogin } from './use-local-number-login'
export { CarrierImage } from './views/carrier-image'
export { ConsentBox, type ConsentBoxProps } from './views/consent-box'
export { PhoneField, type PhoneFieldProps } from './views/phone-field'
export { SubmitButton, type SubmitButtonProps } from './views/submit-button'
export { type PhoneFieldText, usePhoneField } from './views/use-phone-field'
export type { OfferedWay, OtherWay, WayContext, WayFacts } from './ways'
