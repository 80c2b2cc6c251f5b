// The faults that are switched on.
import { randomUUID } from 'node:crypto'
import type { Call } from '@local-number/protocol/return-codes'
import type { Fault, FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { parseFaultRequest } from '../schemas/fault'

const MAX_FAULTS = 1000

export interface FaultRegistryOptions {
  /**
   * The faults of an earlier run, as `onChange` received them.
   *
   * @default []
   */
  readonly initial?: readonly Fault[]
  /** @default randomUUID */
  readonly createId?: () => string
  /**
   * Throws for the id of an unknown handset.
   *
   * @default accepts every id
   */
  readonly checkHandset?: (id: string) => void
  /** Called with all faults after every change, to store or show them. It must not throw. */
  readonly onChange?: (faults: readonly Fault[]) => void
}

export class FaultRegistry {
  readonly #byId: Map<string, Fault>
  readonly #createId: () => string
  readonly #checkHandset: (id: string) => void
  readonly #onChange: (faults: readonly Fault[]) => void

  constructor(options: FaultRegistryOptions = {}) {
    const doNothing = () => undefined
    const { initial = [], createId = randomUUID, checkHandset = doNothing, onChange = doNothing } = options
    this.#byId = new Map(initial.map((fault) => [fault.id, fault]))
    this.#createId = createId
    this.#checkHandset = checkHandset
    this.#onChange = onChange
  }

  /** In the order in which they were switched on. */
  get all(): readonly Fault[] {
    return [...this.#byId.values()]
  }

  get isEmpty(): boolean {
    return this.#byId.size === 0
  }

  /**
   * Switches a fault on.
   *
   * @throws SimulatorError `faultMalformed`, `unknownHandset`, `limitReached` if 1,000 faults are on
   */
  add(request: FaultRequest): Fault {
    const fault = { id: this.#createId(), ...parseFaultRequest(request) }
    if (fault.handset !== null) this.#checkHandset(fault.handset)
    if (this.#byId.size >= MAX_FAULTS) {
      throw new SimulatorError('limitReached', `${MAX_FAULTS} faults are on: clear those that are not needed`)
    }
    this.#byId.set(fault.id, fault)
    this.#reportChange()
    return fault
  }

  /**
   * Applies the faults to a call that has just arrived, and counts them down; a fault without calls left is removed.
   *
   * @param handset the id of the login's handset; `null` on the test line, and for a verify call without a known login
   * @returns the effects of every fault that concerns the call, in order
   */
  take(call: Call, handset: string | null): readonly FaultEffect[] {
    const applied = this.all.filter((fault) => fault.call === call && [null, handset].includes(fault.handset))
    const counted = applied.filter(({ times }) => times !== null)
    for (const fault of counted) this.#countDown(fault)
    if (counted.length > 0) this.#reportChange()
    return applied.map(({ effect }) => effect)
  }

  /** @returns whether there was such a fault */
  clear(id: string): boolean {
    const wasThere = this.#byId.delete(id)
    if (wasThere) this.#reportChange()
    return wasThere
  }

  /** Clears the faults of one handset. */
  clearForHandset(handset: string): void {
    const cleared = this.all.filter((fault) => fault.handset === handset)
    for (const { id } of cleared) this.#byId.delete(id)
    if (cleared.length > 0) this.#reportChange()
  }

  clearAll(): void {
    if (this.isEmpty) return
    this.#byId.clear()
    this.#reportChange()
  }

  #countDown(fault: Fault): void {
    const times = (fault.times ?? 0) - 1
    if (times > 0) this.#byId.set(fault.id, { ...fault, times })
    else this.#byId.delete(fault.id)
  }

  #reportChange(): void {
    this.#onChange(this.all)
  }
}
