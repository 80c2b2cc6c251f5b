// The phone's clock: its date, time zone and timers. Its time stands still until a scenario advances it.
import { withGlobal } from '@sinonjs/fake-timers'

const RealDate = Date
const realImmediate = setImmediate

/** Timers with numbers as ids, as mini-programs have them: Node's are objects. */
const { createClock: createTimers } = withGlobal({
  Date,
  Promise,
  setImmediate,
  setTimeout: () => 0,
  clearTimeout: () => undefined,
  setInterval: () => 0,
  clearInterval: () => undefined,
})

const MINUTE_MS = 60_000
const LOCAL_PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes'] as const

export interface PhoneClock {
  readonly now: () => number
  /** The globals `Date`, `setTimeout` … of the phone. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Lets this many milliseconds pass. Timers run in order, and promises settle in between. */
  advance(ms: number): Promise<void>
}

export interface ClockOptions {
  /** Milliseconds since 1970. */
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west is positive. */
  readonly timezoneOffset: number
  /** Receives what a timer's callback throws. */
  readonly onError: (error: unknown) => void
}

type Work = (...args: unknown[]) => void

export function createClock({ epochMs, timezoneOffset, onError }: ClockOptions): PhoneClock {
  const timers = createTimers(epochMs)
  const ids = new Set<unknown>()
  const guard =
    (work: Work): Work =>
    (...args) => {
      try {
        work(...args)
      } catch (error) {
        onError(error)
      }
    }
  const schedule =
    (start: typeof timers.setTimeout | typeof timers.setInterval) =>
    (work: Work, ms?: unknown, ...args: unknown[]) => {
      // An interval of 0 ms would never end.
      const id = start(guard(work), Math.max(1, Number(ms) || 0), ...args)
      ids.add(id)
      return id
    }
  const cancel = (id: unknown) => {
    // fake-timers warns on the console about ids that are not its own.
    if (ids.delete(id)) timers.clearTimeout(id as number)
  }
  return {
    now: () => timers.now,
    globals: {
      Date: createDate(timers.Date, timezoneOffset),
      setTimeout: schedule(timers.setTimeout),
      setInterval: schedule(timers.setInterval),
      clearTimeout: cancel,
      clearInterval: cancel,
    },
    async advance(ms) {
      await timers.tickAsync(ms)
    },
  }
}

/** Waits two turns of the real event loop: afterwards everything that waited for promises alone has run. */
export async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => realImmediate(() => resolve()))
}

/** fake-timers knows no time zones. */
function createDate(FakeDate: DateConstructor, timezoneOffset: number): DateConstructor {
  class PhoneDate extends FakeDate {
    override getTimezoneOffset(): number {
      return timezoneOffset
    }
  }
  for (const part of LOCAL_PARTS) {
    Object.defineProperty(PhoneDate.prototype, `get${part}`, {
      value(this: Date) {
        return new RealDate(this.getTime() - timezoneOffset * MINUTE_MS)[`getUTC${part}`]()
      },
    })
  }
  return PhoneDate as unknown as DateConstructor
}
