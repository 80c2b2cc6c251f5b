// Why a login is in the fallback, and what each reason offers: one table.

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
  /** Too many requests of this phone, its network or its user: a retry can help after the waiting time. */
  | 'rateLimited'
  /** The number is proven, and the app's own server refused this user; `code` is the app's own, never shown. */
  | 'loginRefused'
  /** The user chose another way. */
  | 'userChoice'
  /** The component's own options are wrong, or do not fit the server's; `code` names what. */
  | 'misconfigured'

/** States that a retry may lead to. */
export type RetryTarget = 'consent' | 'checkingNetwork' | 'awaitingCellular' | 'phoneEntry'

/** What a reason offers to the user, and whether the background can explain it. */
export interface ReasonRule {
  /** `null`: going back could not help, or would only cost. */
  readonly retryTo: RetryTarget | null
  /** The button that comes first, if the app has other ways. */
  readonly first: 'retry' | 'otherWay'
  /**
   * Time in the background can cause this: requests are interrupted, timers stop (protocol.md §8) and the network
   * sleeps. The other failures are answers: starting over would get the same again.
   */
  readonly backgroundMayCause: boolean
}

const back = (retryTo: RetryTarget | null, first: ReasonRule['first'] = 'retry'): ReasonRule => ({
  retryTo,
  first,
  backgroundMayCause: false,
})

const maybeBackground = (rule: ReasonRule): ReasonRule => ({ ...rule, backgroundMayCause: true })

export const REASONS: Readonly<Record<FallbackReason, ReasonRule>> = {
  // The user can change these: first the way back.
  offline: maybeBackground(back('checkingNetwork')),
  timeout: maybeBackground(back('checkingNetwork')),
  serverUnreachable: maybeBackground(back('checkingNetwork')),
  carrierUnreachable: maybeBackground(back('checkingNetwork')),
  wifi: maybeBackground(back('awaitingCellular')),
  networkRefused: maybeBackground(back('awaitingCellular')),
  privacyDenied: back('consent'),
  clockWrong: back('consent'),
  userChoice: back('checkingNetwork', 'otherWay'),
  // Trying again rarely helps: first another way.
  numberRetrievalFailed: maybeBackground(back('checkingNetwork', 'otherWay')),
  tokenRefused: back('checkingNetwork', 'otherWay'),
  verificationUnavailable: back('checkingNetwork', 'otherWay'),
  signingRefused: back('consent', 'otherWay'),
  rateLimited: back('checkingNetwork', 'otherWay'),
  // It is the number that was refused, and not the phone.
  loginRefused: back('phoneEntry', 'otherWay'),
  // Nothing the user could do here changes these.
  platformUnsupported: back(null, 'otherWay'),
  httpsPage: back(null, 'otherWay'),
  otherCarrier: back(null, 'otherWay'),
  dailyLimit: back(null, 'otherWay'),
  attemptsExhausted: back(null, 'otherWay'),
  misconfigured: back(null, 'otherWay'),
}
