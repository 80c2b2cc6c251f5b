// The one error class of the business server: a stable code, an HTTP status and a message that clients may see.
import { BUSINESS_ERRORS, type BusinessErrorCode, type ErrorAnswer } from '@local-number/protocol'
import type { LogFields } from './log/log'

/** The fields of an error answer that a page acts on, in addition to the code. */
export type ErrorFacts = Pick<ErrorAnswer, 'serverTime' | 'retryAfterMs' | 'reason'>

const BUSINESS_MESSAGES: Readonly<Record<BusinessErrorCode, string>> = {
  requestMalformed: 'the request body does not have the documented shape',
  httpMalformed: 'this is not a readable HTTP request',
  jsonMalformed: 'the request body is not readable JSON',
  preSignMalformed:
    'send getSign() as the SDK returned it: this is not a pre-sign of this app in one of LOCAL_NUMBER_EDITIONS',
  preSignOutsideWindow:
    'correct the clock, then start a new attempt: the pre-sign timestamp is outside the accepted window',
  phoneMalformed: 'phone must be a mainland mobile number of 11 digits',
  callerUnknown: 'WeChat did not name the caller: use wx.cloud.callFunction in a mini-program',
  consentRequired: 'the user must agree to the current terms first',
  loginRefused: 'the app refused this user',
  notFound: 'this address does not exist',
  methodNotAllowed: 'this address does not support this method',
  requestTimeout: 'the request took too long to arrive',
  preSignReplayed: 'this pre-sign was signed before: start a new attempt',
  attemptSpent: 'the attempt is unknown, expired or used for another request: start a new one',
  bodyTooLarge: 'the request body must have at most 16 kB',
  contentTypeNotJson: 'send content-type: application/json',
  contentEncodingUnsupported: 'send the body without content-encoding, which is for compression and not for a charset',
  attemptsExhausted: 'too many wrong numbers: use another way to log in',
  originNotAllowed: 'pages of this site may not call: add it to the option `origins` (ALLOWED_ORIGINS of the backend)',
  rateLimited: 'too many requests: wait before you try again',
  headersTooLarge: 'the request headers are too large',
  wechatUnavailable: 'WeChat did not name the number: tap again later, or use another way',
  internal: 'the server could not do this: quote the trace id to its operator',
  overloaded: "the server's stores are full or too busy: try again later",
  captchaRequired: 'another message needs a captcha: send again, with its proof in captcha',
  captchaRefused: 'the captcha was not accepted: let the user solve another one',
  countryUnsupported: 'phone must be a number of mainland China (+86)',
  carrierDown: 'the platform does not answer at the moment: use another way to log in',
  messageUnavailable:
    'no message can be sent at the moment: try again after retryAfterMs, or use another way to log in',
  storeRestored: 'the store was restored from a backup, which may not know this use: try again after retryAfterMs',
}

/** Errors of the ticket checker, in another backend. */
const TICKET_ERRORS = {
  ticketInvalid: [401, 'the ticket is not one of this issuer for this audience'],
  ticketExpired: [401, 'the ticket is older than a minute: log in again'],
  ticketSpent: [401, 'the ticket was used before: log in again'],
  ticketNotBound: [401, 'the ticket is not bound to a session: give binding to the component, or check without one'],
  ticketOfAnother: [401, "the ticket belongs to another visitor's session: log in again"],
} as const

/** Errors of the operator's: a server that cannot start, a backup that fails. Clients see `internal` instead. */
const SETUP_ERRORS = {
  optionUnusable: [500, 'an option of the server is missing or out of its documented range'],
  backupUnusable: [500, 'the backup cannot be written or read'],
  storeUnusable: [500, 'the store cannot be opened: see LOCAL_NUMBER_STORE and DATA_DIR'],
  ticketKeyUnusable: [
    500,
    'the ticket key must be a P-256 or Ed25519 key: the private key to issue, the public key to check',
  ],
} as const

export type TicketErrorCode = keyof typeof TICKET_ERRORS
export type ServerErrorCode = BusinessErrorCode | TicketErrorCode | keyof typeof SETUP_ERRORS

/** Every code of a `ServerError`, with its HTTP status and what to do about it. */
export const SERVER_ERRORS = {
  ...getBusinessErrors(),
  ...TICKET_ERRORS,
  ...SETUP_ERRORS,
} as const satisfies Readonly<Record<ServerErrorCode, readonly [status: number, message: string]>>

function getBusinessErrors(): Record<BusinessErrorCode, readonly [status: number, message: string]> {
  const codes = Object.keys(BUSINESS_MESSAGES) as BusinessErrorCode[]
  const rows = codes.map((code) => [code, [BUSINESS_ERRORS[code], BUSINESS_MESSAGES[code]]])
  return Object.fromEntries(rows)
}

export interface ServerErrorOptions {
  /** Added to the message that the client sees: names of fields or a limit, never the client's own values. */
  readonly detail?: string
  /** Fields of the answer in addition to code and message. */
  readonly facts?: ErrorFacts
  /** The login it belongs to, if that is known better than from the request's own header. */
  readonly traceId?: string
  /** For the log alone. */
  readonly cause?: unknown
  /** Further fields for the log alone, without personal data. */
  readonly notes?: LogFields
}

/** What every service here throws. `message` and `facts` are public; `cause` is not. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly status: number
  readonly detail: string | undefined
  readonly facts: ErrorFacts
  readonly traceId: string | undefined
  /** For the log alone. */
  readonly notes: LogFields

  constructor(
    readonly code: ServerErrorCode,
    { detail, facts = {}, traceId, cause, notes = {} }: ServerErrorOptions = {},
  ) {
    const [status, message] = SERVER_ERRORS[code]
    super(detail === undefined ? message : `${message} (${detail})`, cause === undefined ? undefined : { cause })
    this.status = status
    this.detail = detail
    this.facts = facts
    this.traceId = traceId
    this.notes = notes
  }
}

/** Returns anything thrown as a `ServerError`. What is not one becomes `internal`, which tells the client nothing. */
export function toServerError(error: unknown, traceId?: string): ServerError {
  if (!isServerError(error)) return new ServerError('internal', { traceId, cause: error })
  if (traceId === undefined || error.traceId !== undefined) return error
  const { code, detail, facts, cause, notes } = error
  return new ServerError(code, { detail, facts, traceId, cause, notes })
}

/** By name and code, not by class: each entry of the CommonJS build has a class of its own. */
function isServerError(error: unknown): error is ServerError {
  const { name, code } = Object(error)
  return name === 'ServerError' && typeof code === 'string' && Object.hasOwn(SERVER_ERRORS, code)
}
