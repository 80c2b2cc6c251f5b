// What an app decides about its login.
import {
  type AttemptOptions,
  DEFAULT_NETWORK_TIMEOUT_MS,
  DEFAULT_TOKEN_TIMEOUT_MS,
  type NetworkType,
} from '@local-number/jssdk'

/**
 * - `'auto'`: Wi-Fi is waited for or ends in the fallback, see {@link OnWifi}; no network ends in the fallback; an
 *   unknown network is tried, since detection is unreliable. Wi-Fi passes where the edition's request leaves over
 *   cellular beside it.
 * - `false`: no check.
 * - a function: `true` goes on. Called after consent, and at every change and every three seconds while the user is
 *   asked to turn Wi-Fi off.
 */
export type NetworkCheck = 'auto' | false | ((netType: NetworkType) => boolean | Promise<boolean>)

/**
 * What a login does on Wi-Fi, where the carrier cannot see the SIM: wait until it is off, or go to the fallback, from
 * where the user may return.
 */
export type OnWifi = 'wait' | 'fallback'

/**
 * The base64url of the SHA-256 of a random secret that the app's backend keeps in this visitor's session: 43 characters
 * of `0-9A-Za-z_-`. The ticket carries it, and the backend takes only a ticket with the hash of its session's secret:
 * one that somebody planted in another visitor's page is worthless. It must come from your backend: a value made in the
 * page proves nothing.
 *
 * A function is called for each sign, within its time limit, and may ask the backend. If it throws or rejects, the
 * reason is `serverUnreachable`, and the user may try again. If it returns anything else, the reason is `misconfigured`
 * and the code `bindingMalformed`.
 */
export type Binding = string | (() => string | Promise<string>)

/** Time limits in ms, 0 or more; `Infinity` means no limit. */
export interface LoginLimits {
  /**
   * The silent part: from the user's last permission to the phone field.
   *
   * @default 8000
   */
  readonly silentMs: number
  /**
   * The network's type alone. A network whose type takes longer is unknown, and tried.
   *
   * @default 1000
   */
  readonly networkMs: number
  /**
   * The image alone.
   *
   * @default 5000
   */
  readonly imageMs: number
  /**
   * Signing alone.
   *
   * @default 4000
   */
  readonly signMs: number
  /**
   * The token request alone.
   *
   * @default 3000, as in the carrier's SDK
   */
  readonly tokenMs: number
  /**
   * The verification, in which the server asks the platform. If the answer is lost, it is asked for once more, with the
   * same limit.
   *
   * @default 8000
   */
  readonly verifyMs: number
}

export const DEFAULT_LIMITS: LoginLimits = {
  silentMs: 8000,
  networkMs: DEFAULT_NETWORK_TIMEOUT_MS,
  imageMs: 5000,
  signMs: 4000,
  tokenMs: DEFAULT_TOKEN_TIMEOUT_MS,
  verifyMs: 8000,
}

/** The end of a token's TTL in ms, left for the verification to reach the platform. */
export const TOKEN_MARGIN_MS = 5000

export interface LoginConfig {
  readonly attempt: AttemptOptions
  /** The version of the terms that the user is shown, 1–64 characters. */
  readonly consentVersion: string
  /**
   * The language in which the terms are shown, as a BCP 47 tag of at most 35 characters; anything else is not sent.
   * Read anew for each receipt.
   *
   * @default the receipt names no language
   */
  readonly consentLocale?: string | undefined
  /**
   * Sent with every sign, see {@link Binding}. Read anew for each.
   *
   * @default the ticket is tied to no session
   */
  readonly binding?: Binding | undefined
  readonly networkCheck: NetworkCheck
  /** @default 'wait' */
  readonly onWifi?: OnWifi | undefined
  readonly limits: LoginLimits
}
