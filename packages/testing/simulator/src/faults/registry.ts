// The faults that are switched on.
import { randomUUID } from 'node:crypto'
import type { Call } from '@local-number/protocol/return-codes'
import type { Fault, FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { parseFaultRequest } from '../schemas/fault'

/** More than anyone can look at. */
const LIMIT = 1000

export interface FaultRegistryOptions {
  /** The faults of the last time, as `onChange` had told them. Default: none. */
  readonly initial?: readonly Fault[]
  /** Default: random UUIDs. */
  readonly makeId?: () => string
  /** Throws for a handset that there is not. Default: whatever is named, is there. */
  readonly checkHandset?: (id: string) => void
  /** Hears of all faults after every change, to keep or to show them. It must not throw. */
  readonly onChange?: (faults: readonly Fault[]) => void
}

export class FaultRegistry {
  readonly #byId: Map<string, Fault>
  readonly #makeId: () => string
  readonly #checkHandset: (id: string) => void
  readonly #onChange: (faults: readonly Fault[]) => void

  constructor(options: FaultRegistryOptions = {}) {
    const nothing = () => undefined
    const { initial = [], makeId = randomUUID, checkHandset = nothing, onChange = nothing } = options
    this.#byId = new Map(initial.map((fault) => [fault.id, fault]))
    this.#makeId = makeId
    this.#checkHandset = checkHandset
    this.#onChange = onChange
  }

  /** In the order in which they were switched on. */
  get all(): readonly Fault[] {
    return [...this.#byId.values()]
  }

  /**
   * Switches a fault on.
   *
   * @throws SimulatorError `faultMalformed`, `limitReached` when 1,000 faults are on already, `unknownHandset`
   */
  add(request: FaultRequest): Fault {
    const fault = { id: this.#makeId(), ...parseFaultRequest(request) }
    if (fault.handset !== null) this.#checkHandset(fault.handset)
    if (this.#byId.size >= LIMIT) {
      throw new SimulatorError('limitReached', `${LIMIT} faults are switched on: clear those that are not needed`)
    }
    this.#byId.set(fault.id, fault)
    this.#changed()
    return fault
  }

  /**
   * What goes wrong with a call that has just come in: the effects of every fault that concerns it, in their order. Each
   * then concerns one call less, and those of a last call are gone.
   *
   * @param handset the id of the login's handset; `null` on the test line, and for a verify call of no known login
   */
  take(call: Call, handset: string | null): readonly FaultEffect[] {
    const taken = this.all.filter((fault) => fault.call === call && [null, handset].includes(fault.handset))
    const counted = taken.filter(({ times }) => times !== null)
    for (const fault of counted) this.#countDown(fault)
    if (counted.length > 0) this.#changed()
    return taken.map(({ effect }) => effect)
  }

  /** @returns whether there was such a fault */
  clear(id: string): boolean {
    const wasThere = this.#byId.delete(id)
    if (wasThere) this.#changed()
    return wasThere
  }

  /** Those of one handset, which is gone. */
  clearOf(handset: string): void {
    const own = this.all.filter((fault) => fault.handset === handset)
    for (const { id } of own) this.#byId.delete(id)
    if (own.length > 0) this.#changed()
  }

  clearAll(): void {
    if (this.#byId.size === 0) return
    this.#byId.clear()
    this.#changed()
  }

  #countDown(fault: Fault): void {
    const times = (fault.times ?? 0) - 1
    if (times > 0) this.#byId.set(fault.id, { ...fault, times })
    else this.#byId.delete(fault.id)
  }

  #changed(): void {
    this.#onChange(this.all)
  }
}
