// The simulator's clock: the machine's, moved by whatever someone wants to be past.
import type { Clock, ClockChange } from '@local-number/simulator-contract'
import { SimulatorError } from './common/errors'
import type { Documents } from './storage/documents'

/** The first millisecond of the year 10,000, which no date of four digits names. */
const END = Date.UTC(10_000, 0)

/** The setting that keeps the offset, in milliseconds. */
const OFFSET = 'clockOffsetMs'

export interface ClockSurroundings {
  /** Milliseconds since 1970. */
  readonly machine: () => number
  readonly settings: Documents<unknown>
  /** Hears of the new time when it is an earlier one. */
  readonly onBack: (now: number) => void
  readonly onChange: () => void
}

export class SimulatorClock {
  #offsetMs: number

  constructor(private readonly around: ClockSurroundings) {
    this.#offsetMs = Number(around.settings.get(OFFSET) ?? 0)
  }

  /** Milliseconds since 1970. A function of its own, so that it can be handed on. */
  readonly now = (): number => this.around.machine() + this.#offsetMs

  get state(): Clock {
    return { now: this.now(), offsetMs: this.#offsetMs }
  }

  /** @throws SimulatorError `clockOutOfRange`, but for a reset */
  change(change: ClockChange): Clock {
    const { settings, onBack, onChange } = this.around
    const before = this.#offsetMs
    this.#offsetMs = 'reset' in change ? 0 : this.#checked(change)
    settings.put(OFFSET, this.#offsetMs)
    if (this.#offsetMs < before) onBack(this.now())
    onChange()
    return this.state
  }

  #checked(change: Exclude<ClockChange, { readonly reset: true }>): number {
    const machine = this.around.machine()
    const offsetMs = 'now' in change ? change.now - machine : this.#offsetMs + change.advanceMs
    const now = machine + offsetMs
    if (now >= 0 && now < END) return offsetMs
    const path = 'now' in change ? 'now' : 'advanceMs'
    throw new SimulatorError(
      'clockOutOfRange',
      'the clock would leave the years 1970 to 9999: give a time in between, or reset it',
      { fields: [{ path, code: 'outOfRange', message: 'must lead to a time from 1970 to 9999' }] },
    )
  }
}
