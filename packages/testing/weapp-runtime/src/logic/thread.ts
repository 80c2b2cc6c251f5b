// The logic layer as a thread: what runs in it, when it stands still, and what it throws.

type Work = () => unknown

export interface LogicThread {
  /**
   * Runs work now, or on {@link resume}; what it throws is the mini-program's error, not the caller's, and so is what the
   * promise it returns rejects with.
   */
  run(work: Work): void
  /** Runs work in the logic layer after so many ms (0 by default), never at once. */
  post(work: Work, ms?: number): void
  /** What the mini-program gets as its timers. */
  readonly timers: Readonly<Record<string, unknown>>
  /** In the background for too long: nothing runs until {@link resume}, which runs all that is due. */
  suspend(): void
  resume(): void
}

/**
 * @param onError hears of what the mini-program throws
 * @param onRejection hears of promises that it leaves rejected
 */
export function createThread(
  onError: (error: unknown) => void,
  onRejection: (reason: unknown, promise: PromiseLike<unknown>) => void,
): LogicThread {
  let due: Work[] | null = null

  const perform = (work: Work) => {
    try {
      const result = work()
      if (isPromise(result)) result.then(undefined, (reason: unknown) => onRejection(reason, result))
    } catch (error) {
      onError(error)
    }
  }
  const enter = (work: Work) => {
    if (due) due.push(work)
    else perform(work)
  }
  return {
    run: enter,
    post: (work, ms = 0) => {
      setTimeout(() => enter(work), ms)
    },
    timers: {
      setTimeout: (work: (...parameters: unknown[]) => void, ms?: number, ...parameters: unknown[]) =>
        setTimeout(() => enter(() => work(...parameters)), ms),
      setInterval: (work: (...parameters: unknown[]) => void, ms?: number, ...parameters: unknown[]) =>
        setInterval(() => {
          // The ticks of a thread that stood still are lost.
          if (!due) enter(() => work(...parameters))
        }, ms),
      clearTimeout: (id?: number) => clearTimeout(id),
      clearInterval: (id?: number) => clearInterval(id),
    },
    suspend: () => {
      due ??= []
    },
    resume: () => {
      const waiting = due ?? []
      due = null
      for (const work of waiting) enter(work)
    },
  }
}

/** A promise of another realm is no instance of this one's. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
