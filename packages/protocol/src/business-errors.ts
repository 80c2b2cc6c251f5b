// Error codes of the business server's API: part of the contract, so that page and server read them here.

/**
 * Every code of an error answer with its HTTP status. The server has the messages, and the page decides what a code
 * means to a login: both by a `Record<BusinessErrorCode, …>`, so that a missing code does not compile.
 */
export const BUSINESS_ERRORS = {
  /** The body does not have the documented shape. */
  requestMalformed: 400,
  /** The request is not readable HTTP. */
  httpMalformed: 400,
  /** The body is not readable JSON. */
  jsonMalformed: 400,
  /** The pre-sign is not exactly one of this app, in an enabled edition. */
  preSignMalformed: 400,
  /** The pre-sign's timestamp is outside the accepted window. Carries `serverTime`. */
  preSignOutsideWindow: 400,
  /** `phone` is not a mainland mobile number. The attempt stays valid. */
  phoneMalformed: 400,
  /** Cloud functions only: WeChat did not name the caller. */
  callerUnknown: 401,
  /** No agreement to a current version of the terms, in a language on file. From `/verify`, the attempt stays valid. */
  consentRequired: 403,
  /** The number is proven, and the app's own `beforeTicket` refused this user. Carries `reason`. */
  loginRefused: 403,
  /** A web page of another origin than those that the server lists. */
  originNotAllowed: 403,
  /** Another message needs a captcha: send again, with `captcha`; or after `retryAfterMs`, without one. */
  captchaRequired: 403,
  /** The captcha's provider did not accept the proof. */
  captchaRefused: 403,
  notFound: 404,
  methodNotAllowed: 405,
  /** The request took too long to arrive. */
  requestTimeout: 408,
  /** This pre-sign was signed before. */
  preSignReplayed: 409,
  /** The attempt is unknown, expired, or used by another request. */
  attemptSpent: 409,
  bodyTooLarge: 413,
  contentTypeNotJson: 415,
  /** The body is encoded in a way that the server does not undo. */
  contentEncodingUnsupported: 415,
  /** A number of another country than +86. */
  countryUnsupported: 422,
  /** Too many wrong numbers in this session. Carries `retryAfterMs` and `reason`. */
  attemptsExhausted: 429,
  /** Too many requests, or too many whose token the platform refused. Carries `retryAfterMs` and `reason`. */
  rateLimited: 429,
  headersTooLarge: 431,
  /** A fault of the server or its configuration; the detail is in its log under the trace id. */
  internal: 500,
  /** The server's stores are full or too busy. May carry `retryAfterMs`. */
  overloaded: 503,
  /** The store was restored from a backup: for a while, no pre-sign is signed. Carries `retryAfterMs`. */
  storeRestored: 503,
  /** The platform is known to be down: another way helps at once. From `/sign`. Carries `retryAfterMs`. */
  carrierDown: 503,
  /** No message can be sent: the senders are down, or the spending cap is reached. Carries `retryAfterMs`. */
  messageUnavailable: 503,
  /** WeChat's API does not answer, or not usably. Carries `retryAfterMs`. */
  wechatUnavailable: 503,
} as const satisfies Readonly<Record<string, number>>

/** A stable error code of the business server. */
export type BusinessErrorCode = keyof typeof BUSINESS_ERRORS

/** The limit that a 429 answer speaks of, by its name in the server's options. */
export type LimitReason =
  | 'wrongNumbersPerSession'
  | 'failedChecksPerSession'
  | 'failedChecksPerClient'
  | 'failedExchangesPerClient'
  | 'failedCaptchasPerClient'
  | 'signsPerIpv4'
  | 'signsPerIpv6Network'
  | 'signsPerIpv6Site'
  | 'signsPerCaller'
  | 'resendMs'
  | 'sendsPerNumber'
  | 'sendsPerSession'
  | 'sendsPerAddress'
  | 'guessesPerNumber'

/** The app's own code for a user whom it refused: 1–64 characters. */
export type AppReason = string & {}

/** Body of every answer that is not a 2xx. */
export interface ErrorAnswer {
  readonly code: BusinessErrorCode
  /** For developers, in English; may change at any time. */
  readonly message: string
  readonly traceId: string
  /** With `preSignOutsideWindow`: the server's clock, in ms since 1970, so that the page can correct its own. */
  readonly serverTime?: number
  /**
   * With status 429, `captchaRequired`, `storeRestored`, `carrierDown`, `messageUnavailable`, `wechatUnavailable` and
   * sometimes `overloaded`: the time in ms after which the obstacle has certainly passed. It may pass earlier.
   */
  readonly retryAfterMs?: number
  /** With status 429 the limit that was reached, with `loginRefused` the app's own code. */
  readonly reason?: LimitReason | AppReason
}

/** Whether a text is one of the codes above. Another server's codes are not. */
export function isBusinessErrorCode(code: unknown): code is BusinessErrorCode {
  return (Object.keys(BUSINESS_ERRORS) as unknown[]).includes(code)
}
