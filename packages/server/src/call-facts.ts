// What a transport knows of a call to the API besides its body.
import type { LimitReason } from '@local-number/protocol'

export interface CallFacts {
  /**
   * 32 lower-case hex digits, from `createTraceId` or `acceptTraceId`. Consent and verify answer under that of their
   * attempt instead, once the attempt is known.
   */
  readonly traceId: string
  /**
   * The caller as the transport knows it: 16 to 128 characters of `0-9A-Za-z_-`. Replaces the page's session id, so
   * that another caller's attempt is refused as `attemptSpent`.
   */
  readonly callerId?: string | undefined
  /** The client's IP address as the transport trusts it: never from a header that the client itself can set. */
  readonly address?: string | undefined
  /** The header Origin: the site of the web page that calls. */
  readonly origin?: string | undefined
  /** Hears what is left of a limit that this call counts for. */
  readonly onQuota?: ((quota: QuotaFacts) => void) | undefined
}

export interface QuotaFacts {
  /** By its name in the server's options. */
  readonly name: LimitReason
  /** How many calls pass in each window. */
  readonly limit: number
  readonly windowMs: number
  readonly remaining: number
  /** Until the next window, in ms. */
  readonly resetMs: number
}
