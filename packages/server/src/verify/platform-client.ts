// One HTTP call to the platform. It reports what came back without judging it; a failure is a reply, not an exception.
import { PATHS, type VerifyMobileRequest } from '@local-number/protocol'
import { type Dispatcher, request } from 'undici'
import type { ProxyOptions, TlsOptions } from '../options'
import { decodeAnswer } from './decode-answer'
import { createDispatcher } from './dispatcher'

const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Why there is no answer to judge.
 *
 * - `timeout`: no answer within the time limit. The platform may have counted and billed the check
 * - `network`: no connection, or it broke
 * - `answerTooLarge`: more than 64 kB, compressed or not
 * - `carrierDown`: not asked, because many of the last calls failed
 */
export type TransportFault = 'timeout' | 'network' | 'answerTooLarge' | 'carrierDown'

export type PlatformReply =
  | { readonly answered: true; readonly status: number; readonly text: string }
  | { readonly answered: false; readonly fault: TransportFault; readonly error: unknown }

export interface PlatformClient {
  /**
   * Sends one verify request. Redirects are not followed. Never rejects.
   *
   * @param owner whose check it is
   */
  verify(message: VerifyMobileRequest, owner?: string): Promise<PlatformReply>
  /** Waits for running calls, each of which ends within its time limit, and closes the connections. */
  close(): Promise<void>
}

export interface PlatformClientOptions {
  /** Scheme, host and port, without a trailing slash. */
  readonly origin: string
  /** For the whole call, in ms. */
  readonly timeoutMs: number
  readonly tls?: TlsOptions
  readonly proxy?: ProxyOptions
}

/** By the name or the code of an error; any other is `network`. */
const FAULTS: Readonly<Record<string, TransportFault>> = {
  TimeoutError: 'timeout',
  ConnectTimeoutError: 'timeout',
  ResponseExceededMaxSizeError: 'answerTooLarge',
  ERR_BUFFER_TOO_LARGE: 'answerTooLarge',
}

function toFault({ name, code = '' }: NodeJS.ErrnoException): TransportFault {
  return FAULTS[name] ?? FAULTS[code] ?? 'network'
}

export function createPlatformClient(options: PlatformClientOptions): PlatformClient {
  const { origin, timeoutMs } = options
  const dispatcher = createDispatcher({ ...options, maxAnswerBytes: MAX_ANSWER_BYTES })
  const url = `${origin}${PATHS.verify}`
  const running = new Set<Promise<unknown>>()

  async function call(message: VerifyMobileRequest): Promise<PlatformReply> {
    // Not `AbortSignal.timeout`, which also aborts what has ended: an error with its stack for each call.
    const limit = new AbortController()
    const { signal } = limit
    const timer = setTimeout(() => limit.abort(new DOMException('the time limit is over', 'TimeoutError')), timeoutMs)
    const post = async (through: Dispatcher): Promise<PlatformReply> => {
      const { statusCode, headers, body } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json;charset=utf-8', accept: 'application/json' },
        body: JSON.stringify(message),
        signal,
        dispatcher: through,
      })
      const text = await readText(Buffer.from(await body.arrayBuffer()), headers['content-encoding'])
      return { answered: true, status: statusCode, text }
    }
    try {
      return await Promise.race([retryConnecting(dispatcher, post, signal), rejectAtAbort(signal)])
    } catch (error) {
      return { answered: false, fault: toFault(error as NodeJS.ErrnoException), error }
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async verify(message) {
      const reply = call(message)
      running.add(reply)
      return reply.finally(() => running.delete(reply))
    },
    async close() {
      await Promise.all(running)
      // Not `close`, which would also wait for a connection that nobody waits for any more.
      await dispatcher.destroy()
    },
  }
}

/** The text of an answer; none for one whose compression is damaged, which is no more readable than HTML. */
async function readText(bytes: Buffer, encoding: string | string[] = ''): Promise<string> {
  const decoded = await decodeAnswer(bytes, [encoding].flat().join(), MAX_ANSWER_BYTES).catch((error) => {
    if (FAULTS[error.code]) throw error
    return Buffer.alloc(0)
  })
  return decoded.toString('utf8').replace(/^\uFEFF/, '')
}

/** Calls again, once, if no connection was made: only then is it certain that the platform did not count the check. */
async function retryConnecting<T>(
  dispatcher: Dispatcher,
  call: (through: Dispatcher) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let connected = false
  const noteConnection = () => {
    connected = true
  }
  const through = dispatcher.compose(
    (dispatch) => (options, handler) => dispatch(options, observeStart(handler, noteConnection)),
  )
  try {
    return await call(through)
  } catch (error) {
    if (connected || signal.aborted) throw error
    return call(through)
  }
}

/**
 * Hears when a request is about to be written to its connection. Not undici's `DecoratorHandler`, which takes a second
 * response, such as the one after early hints (103), for an error. An unsolicited 100 stays a network fault: undici
 * ends its connection before any handler hears of it.
 */
function observeStart(handler: Dispatcher.DispatchHandler, onStart: () => void): Dispatcher.DispatchHandler {
  return {
    onRequestStart(...about) {
      onStart()
      handler.onRequestStart?.(...about)
    },
    onRequestUpgrade: (...about) => handler.onRequestUpgrade?.(...about),
    onResponseStart: (...about) => handler.onResponseStart?.(...about),
    onResponseData: (...about) => handler.onResponseData?.(...about),
    onResponseEnd: (...about) => handler.onResponseEnd?.(...about),
    onResponseError: (...about) => handler.onResponseError?.(...about),
  }
}

/** While a connection is being made, undici does not heed the signal. */
function rejectAtAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}
