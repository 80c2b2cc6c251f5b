// The options of component and hook, and how they become the machine's configuration.
import type { AttemptOptions, SdkOptions } from '@local-number/jssdk'
import {
  type Binding,
  type CloudApiOptions,
  DEFAULT_LIMITS,
  type FallbackReason,
  type HttpApiOptions,
  type LoginApi,
  type LoginConfig,
  type LoginLimits,
  type LoginRecord,
  type NetworkCheck,
  type NetworkPort,
  type OnWifi,
  type Verified,
} from '@local-number/login'
import type { CarrierEdition, VendorDriver } from './editions'

/** What `onFallback` receives. */
export interface FellBack {
  readonly reason: FallbackReason
  /** The carrier's return code, the server's error code or the step that timed out: for operators, not for users. */
  readonly code: string | null
  /** What has been typed so far: at most 11 digits, with a `+` in front of what may be a country code. */
  readonly phone: string
  readonly traceId: string
  /** How long the business server asks to wait before a retry, in ms, at most an hour; `null` if it does not. */
  readonly retryAfterMs: number | null
}

/** Refuses a literal empty version, at compile time. */
export interface NamedVersion<Version extends string> {
  readonly consentVersion?: Version & (Version extends '' ? 'consentVersion names the terms: 1–64 characters' : Version)
}

/** None of a type's fields. */
type Without<T> = { readonly [K in keyof T]?: undefined }

/** Exactly one kind of business server: by default, that of the login. */
export type ServerOption<Api extends object = LoginApi> =
  | (HttpApiOptions & Without<CloudApiOptions> & Without<Api>)
  | (CloudApiOptions & Without<HttpApiOptions> & Without<Api>)
  | (Api & Without<HttpApiOptions> & Without<CloudApiOptions>)

/** The options that go with any edition. */
interface CommonOptions extends AttemptOptions {
  /**
   * The business server: the address of one that speaks the business API, the name of such a cloud function, or the
   * app's own functions. A cloud function needs `wx.cloud.init` beforehand; without `wx.cloud` the login goes to the
   * fallback with reason `misconfigured` and code `cloudMissing`.
   *
   * @supported weapp, h5; `cloudFunction`: weapp
   */
  readonly api: ServerOption
  /** The version of the terms that are shown, 1–64 characters: part of the consent receipt. */
  readonly consentVersion: string
  /**
   * The language in which the terms are shown, as a BCP 47 tag of at most 35 characters: part of the consent receipt.
   * May change at any time.
   *
   * @default the language of the component's texts; with the hook, the receipt names none
   */
  readonly consentLocale?: string
  /**
   * Ties the ticket to the visitor's session of your app, see {@link Binding}. Unlike other options it is read for each
   * sign, so that a value that arrives after mounting counts.
   *
   * @default the ticket is tied to no session
   */
  readonly binding?: Binding
  /**
   * Whether the network is checked before anything is sent, see {@link NetworkCheck}.
   *
   * @default 'auto': on Wi-Fi see `onWifi`, no network goes to the fallback, an unknown network is tried. With the
   *   HTTPS edition in WeChat on Android Wi-Fi passes
   */
  readonly networkCheck?: NetworkCheck
  /**
   * Where the network's type comes from; a demo may ask a simulated handset.
   *
   * @default the platform
   */
  readonly network?: NetworkPort
  /**
   * Time limits in ms, see {@link LoginLimits}.
   *
   * @default `DEFAULT_LIMITS` of `@local-number/login`
   */
  readonly limits?: Partial<LoginLimits>
  /**
   * Other addresses of the carrier, for a simulator.
   *
   * @default the carrier's own addresses
   */
  readonly origins?: SdkOptions['origins']
  /**
   * What happens on Wi-Fi, where the carrier cannot see the SIM. `'wait'` asks the user to turn it off and goes on by
   * itself; `'fallback'` goes to the fallback, from where the user may return. `onFallback` is called either way.
   *
   * @default 'wait'; with `renderFallback` `'fallback'`, so that it shows
   */
  readonly onWifi?: OnWifi
  /**
   * The number that is in the field from the start, e.g. the one of the last login. Any form with 11 digits.
   *
   * @default ''
   */
  readonly initialPhone?: string
  /**
   * Keeps the last number that the carrier confirmed on this device, and shows it masked at the next login, so that the
   * user only taps. `forgetPhone()` and a new `consentVersion` remove it. Name it in your privacy guide.
   *
   * @default false
   * @supported weapp, h5 from https pages
   */
  readonly rememberPhone?: boolean
  /**
   * The number is verified. Pass the ticket to the server that opens the session. If it returns a promise, the login
   * waits for it; if that rejects, the user sees the error's message (or a default) and may try again, with the same
   * ticket.
   */
  readonly onVerified?: (verified: Verified) => void | Promise<unknown>
  /**
   * The carrier's way ended; the reason says why. Called on Wi-Fi as well, when the login starts to wait until it is
   * off. May happen again after a retry.
   */
  readonly onFallback?: (fellBack: FellBack) => void
  /**
   * The user does not want to log in: 暂不登录. Everything has been aborted when it is called. Close the page here.
   *
   * @default none: the button is not shown
   */
  readonly onCancel?: () => void
  /** Every step, free of personal data: for funnels. */
  readonly onEvent?: (record: LoginRecord) => void
}

interface EditionsOption {
  /**
   * What the app is contracted for, in order of preference. The login takes the first that works here, directly after
   * consent and before anything is sent: an https page excludes the image edition, iOS 18 puts it behind the other.
   *
   * @default [imageEdition]
   * @supported weapp, h5
   */
  readonly editions?: readonly CarrierEdition[]
  readonly sdk?: undefined
}

interface ScriptOption {
  /**
   * The carrier's own script instead of our SDK: `createVendorDriver(YDRZ)` of `@local-number/taro/vendor`. It decides
   * its own addresses, so `origins` with it is refused, and it is an edition, so `editions` with it is refused: the
   * fallback's reason is `misconfigured`, the code `originsWithSdk` or `editionsWithSdk`; for a script without
   * `createVendorDriver` around it, the code is `sdkWithoutDriver`.
   *
   * @default our own SDK
   * @supported weapp, h5
   */
  readonly sdk?: VendorDriver
  readonly editions?: undefined
}

/**
 * Options of {@link useLocalNumberLogin}, read once when the component mounts: use another `key` to change them. A
 * production build refuses the test line, whether by `line`, `origins` or `phoneNum` in `expandParams`: it goes to the
 * fallback with reason `misconfigured` and code `testLineInProduction`.
 */
export type LocalNumberLoginOptions = CommonOptions & (EditionsOption | ScriptOption)

export function createConfig(options: LocalNumberLoginOptions): LoginConfig {
  const { appId, openType, expandParams, line, consentVersion, networkCheck = 'auto', onWifi, limits } = options
  return {
    attempt: { appId, openType, expandParams, line },
    consentVersion,
    networkCheck,
    onWifi,
    limits: resolveLimits(limits),
  }
}

/** `undefined` counts as not set. */
function resolveLimits(own: Partial<LoginLimits> = {}): LoginLimits {
  const limits: { -readonly [L in keyof LoginLimits]: number } = { ...DEFAULT_LIMITS }
  for (const name of Object.keys(limits) as (keyof LoginLimits)[]) limits[name] = own[name] ?? limits[name]
  return limits
}
