// The time of a window that passes only when a test says so, and that no work takes: on a busy machine a page needs
// longer to open than its timers last.
import type { JsdomDevice } from '../../src/jsdom'

export interface StoppedTime {
  /** Runs what is due within so many ms, in its order, with what that asks for. */
  pass(ms: number): void
}

interface Timer {
  readonly id: number
  readonly at: number
  readonly work: () => void
}

/** Timers that run already are not stopped. */
export function stopTime({ window }: JsdomDevice): StoppedTime {
  let now = 0
  let count = 0
  let timers: Timer[] = []

  const setTimeout = (work: () => void, ms = 0) => {
    count += 1
    timers.push({ id: count, at: now + ms, work })
    return count
  }
  const clearTimeout = (id?: number) => {
    timers = timers.filter((timer) => timer.id !== id)
  }
  Object.assign(window, { setTimeout, clearTimeout })

  return {
    pass(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.at - b.at || a.id - b.id)
        if (!next || next.at > end) break
        clearTimeout(next.id)
        now = next.at
        next.work()
      }
      now = end
    },
  }
}
