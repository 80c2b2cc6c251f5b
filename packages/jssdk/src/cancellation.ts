// Cancellation and time limits over AbortSignal, which WeChat's logic layer lacks.
import { SdkError } from './errors'

/**
 * Creates the platform's AbortController, or a stand-in in WeChat's logic layer, which has none. The stand-in's signal
 * has `aborted` and listeners; it lacks `onabort`, `reason` and `throwIfAborted()`.
 */
export function createAbortController(): AbortController {
  return typeof AbortController === 'function' ? new AbortController() : createStandIn()
}

type Listener = (event: { readonly type: 'abort' }) => void

function createStandIn(): AbortController {
  const listeners = new Set<Listener>()
  const signal = {
    aborted: false,
    addEventListener: (_type: 'abort', listener: Listener) => listeners.add(listener),
    removeEventListener: (_type: 'abort', listener: Listener) => listeners.delete(listener),
  }
  const abort = () => {
    if (signal.aborted) return
    signal.aborted = true
    for (const listener of listeners) callSafely(listener)
    listeners.clear()
  }
  return { signal, abort } as unknown as AbortController
}

/** As a platform does: what a listener throws is reported, and the other listeners are called. */
function callSafely(listener: Listener): void {
  try {
    listener({ type: 'abort' })
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

export interface CallLimits {
  /**
   * Ends the call with `aborted`.
   *
   * @default never fires
   */
  readonly signal?: AbortSignal
  /**
   * Milliseconds after which the call ends with `timeout`; `Infinity` means no limit.
   *
   * @default depends on the call; without one of its own, no limit
   */
  readonly timeoutMs?: number
}

/** A longer timer would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Runs work until it ends, the signal fires or the time limit is reached, whichever is first. In the latter two cases
 * the work's own signal fires.
 *
 * @throws SdkError `aborted` or `timeout`; otherwise the work's own error
 */
export function runWithLimits<T>(work: (signal: AbortSignal) => Promise<T>, limits: CallLimits): Promise<T> {
  const { signal, timeoutMs } = limits
  if (signal?.aborted) return Promise.reject(new SdkError('aborted', 'the call was aborted'))
  const controller = createAbortController()
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
    // Code of the app may throw before it returns a promise, or return something else.
    new Promise<T>((begin) => begin(work(controller.signal))).then(
      (value) => settle(() => resolve(value)),
      (reason: unknown) => settle(() => reject(reason)),
    )
  })
}
