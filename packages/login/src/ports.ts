// What the machine needs from outside. Fakes in tests live here and nowhere else.
import type { CarrierImage, CarrierSdk, NetworkType } from '@local-number/jssdk'
import type { SignAnswer, SignRequest, VerifyAnswer, VerifyRequest } from '@local-number/protocol'

/** How a call to the business server is named and ended. */
export interface ApiCall {
  /** 32 hex digits; a server that logs it lets its operator find this login. */
  readonly traceId: string
  readonly signal: AbortSignal
}

/**
 * The business server, whichever it is. Throw a {@link LoginApiError} to name a code; anything else counts as a server
 * that could not be reached.
 */
export interface LoginApi {
  sign(request: SignRequest, call: ApiCall): Promise<SignAnswer>
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

export interface LoginPorts {
  readonly sdk: CarrierSdk
  readonly api: LoginApi
  readonly network: NetworkPort
  /** Resolves when the image has loaded, rejects when it failed; ends it when the signal fires. */
  loadImage(image: CarrierImage, signal: AbortSignal): Promise<void>
  /** Why this page cannot take a number at all, asked before anything is sent; `null` means that it can. */
  unsupported(): Unsupported | null
  /**
   * Asks the user what the platform wants asked before a phone number is collected, after our own consent and before
   * the network or the device is looked at. Rejects when that is denied, with the platform's `errno` if it names one.
   * No time limit: it is the user's turn. Absent where the platform asks nothing.
   */
  authorize?(signal: AbortSignal): Promise<void>
  /** Work that fails after a time in the background starts over in the foreground. Absent where there is no background. */
  readonly foreground?: ForegroundPort
  /** Milliseconds since 1970. */
  now(): number
  /** 32 random hex digits. */
  newId(): string
}

/** The business server said no, with a code. */
export class LoginApiError extends Error {
  override readonly name = 'LoginApiError'

  constructor(
    /** The server's stable error code. */
    readonly code: string,
    readonly traceId?: string,
  ) {
    super(`the business server refused: ${code}`)
  }
}
