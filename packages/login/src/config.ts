// What an app decides about its login.
import type { AttemptOptions, NetworkType } from '@local-number/jssdk'

/**
 * - `'auto'`: Wi-Fi and no network end in the fallback; an unknown network is tried, since detection is unreliable.
 * - `false`: no check.
 * - a function: `true` goes on. Called after consent, and at every change while the user is asked to turn Wi-Fi off.
 */
export type NetworkCheck = 'auto' | false | ((netType: NetworkType) => boolean | Promise<boolean>)

/** Time limits in ms, from 0; `Infinity` is none. */
export interface LoginLimits {
  /**
   * Everything between the user's consent, to us and to the platform, and the phone field: network check, image, signing,
   * token. Default 8000.
   */
  readonly silentMs: number
  /** The network's type alone: it is unknown, and tried, when it takes longer. Default 1000. */
  readonly networkMs: number
  /** The image alone. Default 5000. */
  readonly imageMs: number
  /** Signing alone. Default 4000. */
  readonly signMs: number
  /** The token request alone. Default 3000, as in the carrier's SDK. */
  readonly tokenMs: number
  /** Verification. Default 8000: the server itself asks the platform. */
  readonly verifyMs: number
}

export const DEFAULT_LIMITS: LoginLimits = {
  silentMs: 8000,
  networkMs: 1000,
  imageMs: 5000,
  signMs: 4000,
  tokenMs: 3000,
  verifyMs: 8000,
}

/** A token lives 60 s [S 120020], counted from before it was asked for; the rest is the way of the verification. */
export const TOKEN_FRESH_MS = 55_000

export interface LoginConfig {
  readonly attempt: AttemptOptions
  /** The version of the terms that the user is shown, 1–64 characters. */
  readonly consentVersion: string
  readonly networkCheck: NetworkCheck
  readonly limits: LoginLimits
}
