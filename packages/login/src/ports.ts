// What the machine needs from outside. Tests put their stand-ins here.
import type { CarrierImage, CarrierSdk, NetworkType } from '@local-number/jssdk'
import type {
  ConsentAnswer,
  ConsentRequest,
  HttpsEdition,
  SignAnswer,
  SignRequest,
  VerifyAnswer,
  VerifyRequest,
} from '@local-number/protocol'
import type { LoginConfig } from './config'
import type { HttpsFailure } from './https-failures'
import type { InitialPhone, Verified } from './proven'

/** The server answered, but not as the business API does. */
export const MALFORMED_ANSWER = 'malformedAnswer'

/** Something in front of the business server answered in its place: HTTP 502, 503 or 504 without a code. */
export const GATEWAY_ERROR = 'gatewayError'

/** How a call to the business server is named and canceled. */
export interface ApiCall {
  /** 32 hex digits; a server that logs it lets its operator find this login. */
  readonly traceId: string
  readonly signal: AbortSignal
}

/**
 * The business server: ours over HTTP or as a cloud function, or the app's own functions. Throw a {@link LoginApiError}
 * to name a code; any other error counts as a server that could not be reached. The login validates every answer.
 */
export interface LoginApi {
  sign(request: SignRequest, call: ApiCall): Promise<SignAnswer>
  /**
   * Keeps the receipt for an attempt that `sign` opened without one. With it, and only with it, the HTTPS edition may
   * ask for its signature between tick and tap: by a `sign` without `consent`.
   *
   * @default every signature is asked for after the tap
   */
  consent?(request: ConsentRequest, call: ApiCall): Promise<ConsentAnswer>
  /**
   * Called again with the identical request if its answer is lost. The platform takes a token once: answer with the
   * first call's verdict, or throw the code `attemptSpent`, after which the login gets a new token, once.
   */
  verify(request: VerifyRequest, call: ApiCall): Promise<VerifyAnswer>
}

/** Where the network's type comes from. */
export interface NetworkPort {
  type(signal: AbortSignal): Promise<NetworkType>
  /** Calls back at every change until the returned function is called. */
  onChange(listener: (type: NetworkType) => void): () => void
}

/** Whether the app is in front of the user. */
export interface ForegroundPort {
  /** Calls back at every change until the returned function is called. */
  onChange(listener: (inForeground: boolean) => void): () => void
}

/** A reason that no retry changes. `code` is for operators. */
export interface Unsupported {
  readonly reason: 'platformUnsupported' | 'httpsPage' | 'misconfigured'
  readonly code: string | null
}

/** What an app can be contracted for: the image edition, or the HTTPS edition. */
export type EditionName = 'image' | 'https'

/** The business server's answer to a sign that asks for an edition. */
export type IdsAnswer = SignAnswer & Required<Pick<SignAnswer, 'ids'>>

/** What was signed before the tap. */
export interface EarlySign {
  readonly answer: IdsAnswer
  /** The user has tapped. The token is worth nothing without it. */
  sendReceipt(signal: AbortSignal): Promise<unknown>
}

/** What a prefetch sees of a state. */
export interface PrefetchView {
  readonly name: string
  readonly agreed: boolean
  readonly traceId: string
}

export interface Prefetch {
  /** Fetches while the box is ticked, and discards when the signature cannot be used any more. `null`: disconnected. */
  follow(state: PrefetchView | null): void
  /** Hands the signature out once, also one on its way; `null` if there is none. Resolves with `null` if it failed. */
  take(edition: HttpsEdition | undefined): Promise<EarlySign | null> | null
}

export interface PrefetchOptions {
  readonly config: Pick<LoginConfig, 'binding' | 'consentLocale' | 'consentVersion' | 'limits'>
  readonly ports: Pick<LoginPorts, 'api' | 'editions' | 'now'>
  readonly session: string
}

/** One edition that the app may use. Before the user's tap, only `unsupported` is called, and only after the tick. */
export interface EditionPort {
  readonly name: EditionName
  readonly sdk: CarrierSdk
  /**
   * Why this edition cannot work on this page, or `null`. May be asked between tick and tap, if it stands beside one
   * that fetches its signature then: it must read nothing of the device.
   *
   * @default it can
   */
  unsupported?(): Unsupported | null
  /**
   * For the HTTPS edition: its signature is fetched between tick and tap, see {@link createPrefetch}.
   *
   * @default every signature is asked for after the tap
   */
  createPrefetch?(options: PrefetchOptions): Prefetch
  /**
   * For the HTTPS edition, whose codes reach the page: `readHttpsFailure`.
   *
   * @returns what a failed token request leads to; `null` for an error that is not the request's
   * @default the step and the error alone decide
   */
  readFailure?(thrown: unknown, config: Pick<LoginConfig, 'attempt'>): HttpsFailure | null
  /**
   * Why its image probably fails on this device, or `null`: the code of the failure if it does. Such an edition is
   * taken only if there is no better one.
   *
   * @default no doubt
   */
  doubt?(): string | null
}

export interface LoginPorts {
  /** In order of preference: the login takes the first that works here, see {@link chooseEdition}. */
  readonly editions: readonly EditionPort[]
  readonly api: LoginApi
  readonly network: NetworkPort
  /** Resolves when the image has loaded, rejects when it failed. Must stop when the signal fires. */
  loadImage(image: CarrierImage, signal: AbortSignal): Promise<void>
  /** Why no edition can work here, or `null`. Called after consent and before anything is sent. */
  unsupported(): Unsupported | null
  /**
   * Lets the platform ask the user before a phone number is collected: after our own consent, and before the network or
   * the device is looked at. Rejects when the user denies, with the platform's `errno` if it names one. No time limit.
   *
   * @default the platform asks nothing
   */
  authorize?(signal: AbortSignal): Promise<void>
  /**
   * Effects that fail after a time in the background start over in the foreground.
   *
   * @default the app is always in the foreground
   */
  readonly foreground?: ForegroundPort
  /**
   * Opens the app's session. While it runs, the login is in `openingSession`; if it rejects, in `sessionFailed`, with
   * the error's message for the user. Called once per entry of that state.
   *
   * @default none: the login ends in `verified` at once
   */
  openSession?(verified: Verified): void | Promise<unknown>
  /**
   * The number that is in the field when a login starts, or starts over.
   *
   * @default none
   */
  readInitialPhone?(): InitialPhone
  /** Milliseconds since 1970. */
  now(): number
  /** 32 random hex digits. */
  newId(): string
}

/** What a refusal of the business server says beside its code. */
export interface LoginApiErrorFacts {
  /** The login's trace id, if the server named one. */
  readonly traceId?: string
  /** The server's clock, in ms since 1970, with `preSignOutsideWindow`: the login corrects the phone's clock by it. */
  readonly serverTime?: number
  /** With `loginRefused`: the app's own code, which `onFallback` receives as `code`. */
  readonly reason?: string
  /** The time in ms after which a retry can help; a day counts for more. What is no number above 0 counts as none. */
  readonly retryAfterMs?: number
}

/** The business server refused, with a code; `malformedAnswer` or `gatewayError` if its answer cannot be used. */
export class LoginApiError extends Error {
  override readonly name = 'LoginApiError'
  readonly traceId: string | undefined
  readonly serverTime: number | undefined
  readonly reason: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    /** The server's stable error code: a `BusinessErrorCode`, or one of the app's own. */
    readonly code: string,
    { traceId, serverTime, reason, retryAfterMs }: LoginApiErrorFacts = {},
  ) {
    super(
      code === MALFORMED_ANSWER || code === GATEWAY_ERROR
        ? `the business server's answer cannot be used: ${code}`
        : `the business server refused: ${code}`,
    )
    this.traceId = traceId
    this.serverTime = serverTime
    this.reason = reason
    this.retryAfterMs = retryAfterMs
  }
}
