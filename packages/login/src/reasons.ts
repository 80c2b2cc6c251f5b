// Why a login is in the fallback, and where "try again" leads from there.

/**
 * Stable reasons. `code` beside them is the carrier's return code, the server's error code or the step that timed out.
 */
export type FallbackReason =
  /** The user denied the platform's own request, e.g. WeChat's privacy pop-up; `code` is its errno. */
  | 'privacyDenied'
  /**
   * The phone is on Wi-Fi: the carrier cannot see the SIM [S FAQ 3]. If the edition sends over cellular beside Wi-Fi,
   * its request has failed; `code` is that of the request.
   */
  | 'wifi'
  /** No network at all; `code` is that of the request, if one has failed. */
  | 'offline'
  /** The app's own network check refused the network. */
  | 'networkRefused'
  /** The carrier's check does not exist on this platform, e.g. in mini-programs other than WeChat's. */
  | 'platformUnsupported'
  /** From an https page the carrier's plain-http image cannot load (protocol.md §3). */
  | 'httpsPage'
  /** The image failed: another carrier, Wi-Fi, a data-only SIM… The concrete code is in the image's body only. */
  | 'numberRetrievalFailed'
  /** The SIM is another carrier's, by the platform's own answer. */
  | 'otherCarrier'
  /** The phone's clock is wrong, and could not be corrected: the carrier's own script reads it. */
  | 'clockWrong'
  /** The business server did not sign. */
  | 'signingRefused'
  /** The platform gave no token. */
  | 'tokenRefused'
  /** The platform did not answer the token request. */
  | 'carrierUnreachable'
  /** The business server did not answer. */
  | 'serverUnreachable'
  /** The silent part took longer than its budget, or a step longer than its limit; `code` names the step. */
  | 'timeout'
  /** The platform could not or would not compare the numbers. */
  | 'verificationUnavailable'
  /** The number has no checks left today. */
  | 'dailyLimit'
  /** Too many wrong numbers. */
  | 'attemptsExhausted'
  /** The user chose another way. */
  | 'userChoice'
  /** The component's own options are wrong; `code` names the option. */
  | 'misconfigured'

/** States that a retry may lead to. */
export type RetryTarget = 'consent' | 'checkingNetwork' | 'awaitingCellular' | 'phoneEntry'

/** `null`: trying again could not help, or would only cost. */
export const RETRY_TARGET: Readonly<Record<FallbackReason, RetryTarget | null>> = {
  privacyDenied: 'consent',
  wifi: 'awaitingCellular',
  offline: 'checkingNetwork',
  networkRefused: 'checkingNetwork',
  platformUnsupported: null,
  httpsPage: null,
  numberRetrievalFailed: 'checkingNetwork',
  otherCarrier: null,
  clockWrong: 'checkingNetwork',
  signingRefused: 'checkingNetwork',
  tokenRefused: 'checkingNetwork',
  carrierUnreachable: 'checkingNetwork',
  serverUnreachable: 'checkingNetwork',
  timeout: 'checkingNetwork',
  verificationUnavailable: 'checkingNetwork',
  dailyLimit: null,
  attemptsExhausted: null,
  userChoice: 'checkingNetwork',
  misconfigured: null,
}

/**
 * Failures that time in the background can cause: requests are interrupted, timers stop (protocol.md §8) and the
 * network sleeps. The others are answers: starting over would get the same again.
 */
export const BACKGROUND_MAY_CAUSE: Readonly<Record<FallbackReason, boolean>> = {
  privacyDenied: false,
  wifi: true,
  offline: true,
  networkRefused: true,
  platformUnsupported: false,
  httpsPage: false,
  numberRetrievalFailed: true,
  otherCarrier: false,
  clockWrong: false,
  signingRefused: false,
  tokenRefused: false,
  carrierUnreachable: true,
  serverUnreachable: true,
  timeout: true,
  verificationUnavailable: false,
  dailyLimit: false,
  attemptsExhausted: false,
  userChoice: false,
  misconfigured: false,
}
