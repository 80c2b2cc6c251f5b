// Cancellation and time limits over AbortSignal, which mini-programs lack.
// By its file: the package's browser entry is the browser's own controller, and bundlers take mini-programs for browsers.
import { AbortController as PonyfilledController } from 'abort-controller/dist/abort-controller.js'
import { SdkError } from './errors'

/**
 * The platform's own AbortController, or a ponyfill where there is none (WeChat's logic layer). The ponyfill's signal has
 * `aborted` and listeners; it lacks the younger `reason` and `throwIfAborted()`.
 */
export function newAbortController(): AbortController {
  if (typeof AbortController === 'function') return new AbortController()
  return new PonyfilledController() as unknown as AbortController
}

export interface CallLimits {
  /** Ends the call with `aborted`. */
  readonly signal?: AbortSignal
  /** Milliseconds after which the call ends with `timeout`. None, or `Infinity`, is no limit. */
  readonly timeoutMs?: number
}

/** A timer set for longer than this fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Runs work under a signal and a time limit, whichever comes first; the work's own signal fires with either.
 *
 * @throws SdkError `aborted` or `timeout`, else what the work throws
 */
export function underLimits<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<T> {
  const { signal, timeoutMs } = limits
  if (signal?.aborted) return Promise.reject(new SdkError('aborted', 'the call was aborted before it began'))
  const controller = newAbortController()
  return new Promise<T>((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      finish()
    }
    const giveUp = (error: SdkError) => {
      settle(() => reject(error))
      controller.abort()
    }
    const onAbort = () => giveUp(new SdkError('aborted', 'the call was aborted'))
    const onTimeout = () => giveUp(new SdkError('timeout', `no answer within ${timeoutMs} ms`))
    const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, Math.min(timeoutMs, LONGEST_TIMER_MS))
    signal?.addEventListener('abort', onAbort)
    // Foreign work may throw before it has a promise, or answer without one.
    new Promise<T>((begin) => begin(work(controller.signal))).then(
      (value) => settle(() => resolve(value)),
      (reason: unknown) => settle(() => reject(reason)),
    )
  })
}
