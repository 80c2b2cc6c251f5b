// The logic layer as a thread: what runs in it, when it is suspended, and what it throws.

export type Work = () => unknown

export interface LogicThread {
  /**
   * Runs work now, or on {@link resume} while suspended. What it throws, or what its promise rejects with, is reported
   * as an error of the mini-program and never reaches the caller.
   */
  run(work: Work): void
  /**
   * Runs work in a later task.
   *
   * @param ms delay in milliseconds, 0 by default
   */
  post(work: Work, ms?: number): void
  /** The timer functions that the mini-program gets. */
  readonly timers: Readonly<Record<string, unknown>>
  /** Holds back all work until {@link resume}, as WeChat does in the background. */
  suspend(): void
  resume(): void
}

/** Where a thread reports what the mini-program did not handle. */
export interface ThreadErrors {
  readonly onError: (error: unknown) => void
  readonly onRejection: (reason: unknown, promise: PromiseLike<unknown>) => void
}

export function createThread(errors: ThreadErrors): LogicThread {
  let held: Work[] | null = null

  const run = (work: Work) => {
    if (held) held.push(work)
    else runSafely(work, errors)
  }
  return {
    run,
    post: (work, ms = 0) => {
      setTimeout(() => run(work), ms)
    },
    timers: {
      setTimeout: (work: unknown, ms?: number, ...parameters: unknown[]) => {
        requireFunction('setTimeout', work)
        return setTimeout(() => run(() => work(...parameters)), ms)
      },
      setInterval: (work: unknown, ms?: number, ...parameters: unknown[]) => {
        requireFunction('setInterval', work)
        return setInterval(() => {
          // Ticks of a suspended thread are lost.
          if (!held) run(() => work(...parameters))
        }, ms)
      },
      clearTimeout: (id?: number) => clearTimeout(id),
      clearInterval: (id?: number) => clearInterval(id),
    },
    suspend: () => {
      held ??= []
    },
    resume: () => {
      const due = held ?? []
      held = null
      for (const work of due) run(work)
    },
  }
}

/** WeChat's timers accept no text that contains code. */
function requireFunction(timer: string, work: unknown): asserts work is (...parameters: unknown[]) => unknown {
  if (typeof work === 'function') return
  throw new TypeError(`${timer} expects a function as first argument but got ${typeof work}.`)
}

/** Runs work; what it throws or rejects with goes to the handlers. */
export function runSafely(work: Work, { onError, onRejection }: ThreadErrors): void {
  try {
    const result = work()
    if (isPromise(result)) result.then(undefined, (reason: unknown) => onRejection(reason, result))
  } catch (error) {
    onError(error)
  }
}

/** A promise of another realm is not an instance of this realm's `Promise`. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
