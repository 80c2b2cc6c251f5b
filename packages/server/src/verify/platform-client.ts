// One HTTP call to the platform. It reports what came back without judging it; a failure is a reply, not an exception.
import { PATHS, type VerifyMobileRequest } from '@local-number/protocol'
import { Agent, request } from 'undici'

const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Why there is no answer to judge.
 *
 * - `timeout`: no answer within the time limit. The platform may have counted and billed the check
 * - `network`: no connection, or it broke
 * - `answerTooLarge`: more than 64 kB
 */
export type TransportFault = 'timeout' | 'network' | 'answerTooLarge'

export type PlatformReply =
  | { readonly answered: true; readonly status: number; readonly text: string }
  | { readonly answered: false; readonly fault: TransportFault; readonly error: unknown }

export interface PlatformClient {
  /** Sends one verify request. Redirects are not followed. Never rejects. */
  verify(message: VerifyMobileRequest): Promise<PlatformReply>
  /** Waits for running calls and closes the connections. */
  close(): Promise<void>
}

export interface PlatformClientOptions {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string
  /** For the whole call, in ms. */
  readonly timeoutMs: number
}

const FAULTS: Readonly<Record<string, TransportFault>> = {
  TimeoutError: 'timeout',
  ConnectTimeoutError: 'timeout',
  ResponseExceededMaxSizeError: 'answerTooLarge',
}

export function createPlatformClient({ origin, timeoutMs }: PlatformClientOptions): PlatformClient {
  const dispatcher = new Agent({ maxResponseSize: MAX_ANSWER_BYTES })
  const url = `${origin}${PATHS.verify}`
  return {
    async verify(message) {
      try {
        const { statusCode, body } = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json;charset=utf-8', accept: 'application/json' },
          body: JSON.stringify(message),
          signal: AbortSignal.timeout(timeoutMs),
          dispatcher,
        })
        return { answered: true, status: statusCode, text: await body.text() }
      } catch (error) {
        return { answered: false, fault: FAULTS[(error as Error).name] ?? 'network', error }
      }
    },
    close: () => dispatcher.close(),
  }
}
