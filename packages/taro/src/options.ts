// What an app gives the component or the hook, and how that becomes the machine's configuration and ports.
import { type AttemptOptions, type CarrierSdk, newAbortController, type SdkOptions } from '@local-number/jssdk'
import {
  createHttpApi,
  DEFAULT_LIMITS,
  type FallbackReason,
  type HttpApiOptions,
  type ImageSlot,
  type LoginApi,
  type LoginConfig,
  type LoginLimits,
  type LoginPorts,
  type LoginRecord,
  type NetworkCheck,
  type NetworkPort,
  randomId,
  type Unsupported,
} from '@local-number/login'
import { CARRIER_ORIGINS, parseExpandParams } from '@local-number/protocol'
import { currentPlatform } from './platform'

/** What `onVerified` receives. */
export interface Verified {
  /** The verified number, 11 digits. */
  readonly phone: string
  /** The server's one-minute, single-use proof, for the backend that opens the session; `null` where it gives none. */
  readonly ticket: string | null
  readonly traceId: string
}

/** What `onFallback` receives. */
export interface FellBack {
  readonly reason: FallbackReason
  /** The carrier's return code, the server's error code or the step that timed out: for operators, not for users. */
  readonly code: string | null
  /** What has been typed so far, at most 11 digits. */
  readonly phone: string
  readonly traceId: string
}

/**
 * Options of {@link useLocalNumberLogin}, read once when the component mounts: give it another `key` to change them.
 * A production build refuses `line: 'test'` and `phoneNum` in `expandParams`: it goes to the fallback, `misconfigured`.
 */
export interface LocalNumberLoginOptions extends AttemptOptions {
  /**
   * The business server: the address of one that speaks like `@local-number/server`, or the app's own functions.
   *
   * @supported weapp, h5
   */
  readonly api: HttpApiOptions | LoginApi
  /** The version of the terms shown, 1–64 characters: part of the consent receipt. */
  readonly consentVersion: string
  /** Default `'auto'`: Wi-Fi and no network go to the fallback, an unknown network is tried. */
  readonly networkCheck?: NetworkCheck
  /** Where the network's type comes from. The platform by default; a demo may ask a simulated handset. */
  readonly network?: NetworkPort
  /** Time limits in ms, see {@link LoginLimits}. */
  readonly limits?: Partial<LoginLimits>
  /** Other addresses of the carrier, for a simulator. */
  readonly origins?: SdkOptions['origins']
  /** The user is verified. Hand the ticket to the server that opens the session. */
  readonly onVerified?: (verified: Verified) => void
  /** The carrier's way has ended; the reason says why. May happen again after a retry. */
  readonly onFallback?: (fellBack: FellBack) => void
  /** Every step, free of personal data: for funnels. */
  readonly onEvent?: (record: LoginRecord) => void
}

export function configOf(options: LocalNumberLoginOptions): LoginConfig {
  const { appId, openType, expandParams, line, consentVersion, networkCheck = 'auto', limits } = options
  return {
    attempt: { appId, openType, expandParams, line },
    consentVersion,
    networkCheck,
    limits: { ...DEFAULT_LIMITS, ...limits },
  }
}

export function portsOf(options: LocalNumberLoginOptions, slot: ImageSlot): LoginPorts {
  const platform = currentPlatform(options.origins)
  const imageOrigin = (options.origins?.[options.line ?? 'production'] ?? CARRIER_ORIGINS[options.line ?? 'production'])
    .getMobile
  return {
    sdk: platform.sdk,
    api: 'baseUrl' in options.api ? createHttpApi(options.api, platform.post) : options.api,
    network: options.network ?? networkOf(platform.sdk, platform.onNetworkChange),
    loadImage: slot.load,
    unsupported: () => testLineInProduction(options) ?? platform.unsupported(imageOrigin),
    now: () => Date.now(),
    newId: randomId,
  }
}

function networkOf(sdk: CarrierSdk, onNetworkChange: (listener: () => void) => () => void): NetworkPort {
  return {
    type: (signal) => sdk.networkType({ signal }),
    onChange: (listener) => {
      const controller = newAbortController()
      const stop = onNetworkChange(() => {
        sdk.networkType({ signal: controller.signal }).then(listener, () => undefined)
      })
      return () => {
        stop()
        controller.abort()
      }
    },
  }
}

/** On the test line a token exists for any number (protocol.md §6): no build for users may reach it. */
function testLineInProduction({ line, expandParams = {} }: LocalNumberLoginOptions): Unsupported | null {
  if (process.env.NODE_ENV !== 'production') return null
  const parameters = typeof expandParams === 'string' ? parseExpandParams(expandParams) : expandParams
  const refused = line === 'test' || 'phoneNum' in parameters
  return refused ? { reason: 'misconfigured', code: 'testLineInProduction' } : null
}
