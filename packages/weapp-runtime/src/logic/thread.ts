// The logic layer as a thread: what runs in it, when it stands still, and what it throws.

type Work = () => void

export interface LogicThread {
  /** Runs work now; what it throws is the mini-program's error, not the caller's. */
  run(work: Work): void
  /** Runs work in the logic layer after so many ms (0 by default), never at once. */
  post(work: Work, ms?: number): void
  /** What the mini-program gets as its timers. */
  readonly timers: Readonly<Record<string, unknown>>
  /** In the background for too long: nothing runs until {@link resume}, which runs all that is due. */
  suspend(): void
  resume(): void
}

/** @param onError hears of what the mini-program throws */
export function createThread(onError: (error: unknown) => void): LogicThread {
  let due: Work[] | null = null

  const run = (work: Work) => {
    try {
      work()
    } catch (error) {
      onError(error)
    }
  }
  const enter = (work: Work) => {
    if (due) due.push(work)
    else run(work)
  }
  return {
    run,
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
