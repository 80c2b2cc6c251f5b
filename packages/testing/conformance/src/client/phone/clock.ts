// The phone's clock: its date, its zone and its timers, all of which stand still until told.

/** The real ones, whatever stands in their place while a scenario runs. */
const RealDate = Date
const realImmediate = setImmediate

const MINUTE = 60_000
const LOCAL_PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes'] as const

interface Timer {
  readonly at: number
  readonly every: number | null
  readonly run: () => void
}

export interface PhoneClock {
  readonly now: () => number
  /** The globals `Date`, `setTimeout` … of the phone. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Lets time pass: timers run in their order, and promises settle in between. */
  advance(ms: number): Promise<void>
}

export interface ClockOptions {
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west positive. */
  readonly timezoneOffset: number
  /** What a timer threw. */
  readonly onError: (error: unknown) => void
}

export function createClock({ epochMs, timezoneOffset, onError }: ClockOptions): PhoneClock {
  let now = epochMs
  let lastId = 0
  const timers = new Map<number, Timer>()

  const schedule =
    (repeats: boolean) =>
    (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
      const delay = Math.max(1, Number(ms) || 0)
      lastId += 1
      timers.set(lastId, { at: now + delay, every: repeats ? delay : null, run: () => work(...args) })
      return lastId
    }
  const cancel = (id: unknown) => timers.delete(Number(id))

  const runNext = (until: number): boolean => {
    const due = [...timers].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
    if (due === undefined) return false
    const [id, timer] = due
    now = timer.at
    if (timer.every === null) timers.delete(id)
    else timers.set(id, { ...timer, at: now + timer.every })
    try {
      timer.run()
    } catch (error) {
      onError(error)
    }
    return true
  }

  return {
    now: () => now,
    globals: {
      Date: dateOf(() => now, timezoneOffset),
      setTimeout: schedule(false),
      setInterval: schedule(true),
      clearTimeout: cancel,
      clearInterval: cancel,
    },
    async advance(ms) {
      const end = now + ms
      do await promisesSettled()
      while (runNext(end))
      now = end
    },
  }
}

/** Two turns of the event loop, after which everything that only waited for promises has run. */
export async function promisesSettled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise<void>((resolve) => realImmediate(() => resolve()))
}

function dateOf(now: () => number, timezoneOffset: number): DateConstructor {
  class PhoneDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]))
    }

    static override now(): number {
      return now()
    }

    override getTimezoneOffset(): number {
      return timezoneOffset
    }
  }
  for (const part of LOCAL_PARTS) {
    Object.defineProperty(PhoneDate.prototype, `get${part}`, {
      value(this: Date) {
        return new RealDate(this.getTime() - timezoneOffset * MINUTE)[`getUTC${part}`]()
      },
    })
  }
  return PhoneDate as unknown as DateConstructor
}
