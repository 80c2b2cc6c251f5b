// The simulator's clock: the machine's time plus an offset.
import type { Clock, ClockChange } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import type { Documents } from '../storage/documents'

/** The first millisecond of the year 10,000: dates have four-digit years. */
const END = Date.UTC(10_000, 0)

/** The setting that stores the offset, in milliseconds. */
const OFFSET = 'clockOffsetMs'

/** @param time milliseconds since 1970 */
export function isOnClock(time: number): boolean {
  return time >= 0 && time < END
}

export interface SimulatorClockOptions {
  /** The machine's time, in milliseconds since 1970. */
  readonly machine: () => number
  readonly settings: Documents<unknown>
  /** Stores all changes of `work`, or none. */
  readonly runAtomically: (work: () => void) => void
  /** Called with the new time when it is earlier than before. */
  readonly onBack: (now: number) => void
  readonly onChange: () => void
}

export class SimulatorClock {
  #offsetMs: number

  constructor(private readonly options: SimulatorClockOptions) {
    this.#offsetMs = Number(options.settings.get(OFFSET) ?? 0)
  }

  /** Milliseconds since 1970. An arrow function, so that it can be passed on. */
  readonly now = (): number => this.options.machine() + this.#offsetMs

  get view(): Clock {
    return { now: this.now(), offsetMs: this.#offsetMs }
  }

  /** @throws SimulatorError `clockOutOfRange`, except for a reset */
  change(change: ClockChange): Clock {
    const { machine, settings, runAtomically, onBack, onChange } = this.options
    const offsetMs = 'reset' in change ? 0 : this.#toOffset(change)
    runAtomically(() => {
      settings.put(OFFSET, offsetMs)
      if (offsetMs < this.#offsetMs) onBack(machine() + offsetMs)
    })
    this.#offsetMs = offsetMs
    onChange()
    return this.view
  }

  #toOffset(change: Exclude<ClockChange, { readonly reset: true }>): number {
    const machine = this.options.machine()
    const offsetMs = 'now' in change ? change.now - machine : this.#offsetMs + change.advanceMs
    if (isOnClock(machine + offsetMs)) return offsetMs
    const path = 'now' in change ? 'now' : 'advanceMs'
    throw new SimulatorError(
      'clockOutOfRange',
      'the clock would leave the years 1970 to 9999: give a time in between, or reset it',
      { fields: [{ path, code: 'outOfRange', message: 'must lead to a time from 1970 to 9999' }] },
    )
  }
}
