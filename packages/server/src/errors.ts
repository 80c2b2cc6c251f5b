// The one error class of the business server: a stable code, an HTTP status and a text that may leave the house.

/** Every code an answer may carry, with its HTTP status and what to do about it. */
export const SERVER_ERRORS = {
  requestMalformed: [400, 'the request body does not have the documented shape'],
  httpMalformed: [400, 'this is not a readable HTTP request'],
  jsonMalformed: [400, 'the request body is not readable JSON'],
  preSignMalformed: [400, 'the pre-sign is not exactly one of this app: send getSign() as the SDK gave it'],
  preSignOutsideWindow: [400, 'the pre-sign is not from now: check the clock of the phone, then start a new attempt'],
  phoneMalformed: [400, 'phone must be a mainland mobile number of 11 digits'],
  callerUnknown: [401, 'WeChat did not say who calls: use wx.cloud.callFunction in a mini-program'],
  ticketInvalid: [401, 'the ticket is not one of this issuer for this audience'],
  ticketExpired: [401, 'the ticket is older than a minute: log in again'],
  ticketSpent: [401, 'the ticket was used already: log in again'],
  consentRequired: [403, 'the user must agree to the current terms first'],
  notFound: [404, 'there is nothing at this address'],
  methodNotAllowed: [405, 'this address does not take this method'],
  requestTimeout: [408, 'the request took too long to arrive'],
  preSignReplayed: [409, 'this pre-sign was signed already: start a new attempt'],
  attemptSpent: [409, 'the attempt is unknown, expired or used: start a new one'],
  bodyTooLarge: [413, 'the request body is too large'],
  contentTypeNotJson: [415, 'send content-type: application/json'],
  attemptsExhausted: [429, 'too many wrong numbers: use another way to log in'],
  headersTooLarge: [431, 'the request headers are too large'],
  optionUnusable: [500, 'an option of the server is missing or out of its documented range'],
  ticketKeyUnusable: [500, 'the ticket key is unusable: PKCS#8 to issue, SPKI to check, on P-256 or Ed25519'],
  internal: [500, 'the server could not do this: quote the trace id to its operator'],
  overloaded: [503, 'the server holds as many attempts as it can: try again later'],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type ServerErrorCode = keyof typeof SERVER_ERRORS

export interface ServerErrorOptions {
  /** Added to the message that the client sees: names of fields, never their values. */
  readonly detail?: string
  /** The login it belongs to, where that is known better than by the request's own header. */
  readonly traceId?: string
  /** For the log alone. */
  readonly cause?: unknown
}

/** What every service here throws. `message` is public; `cause` is not. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly status: number
  readonly detail: string | undefined
  readonly traceId: string | undefined

  constructor(
    readonly code: ServerErrorCode,
    { detail, traceId, cause }: ServerErrorOptions = {},
  ) {
    const [status, message] = SERVER_ERRORS[code]
    super(detail === undefined ? message : `${message} (${detail})`, cause === undefined ? undefined : { cause })
    this.status = status
    this.detail = detail
    this.traceId = traceId
  }
}

/** Anything thrown as a `ServerError`: what is not one already becomes `internal`, which tells the client nothing. */
export function asServerError(error: unknown, traceId?: string): ServerError {
  if (!isServerError(error)) return new ServerError('internal', { traceId, cause: error })
  if (traceId === undefined || error.traceId !== undefined) return error
  return new ServerError(error.code, { detail: error.detail, traceId, cause: error.cause })
}

/** By name and code, not by class: the entries of the CommonJS build hold a class each. */
function isServerError(error: unknown): error is ServerError {
  const { name, code } = Object(error)
  return name === 'ServerError' && typeof code === 'string' && Object.hasOwn(SERVER_ERRORS, code)
}
