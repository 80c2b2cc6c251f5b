// The faults that are switched on.
import { randomUUID } from 'node:crypto'
import type { Fault, FaultCall, FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { parseFaultRequest } from '../schemas/fault'

const MAX_FAULTS = 1000

export interface FaultRegistryOptions {
  /**
   * The faults of an earlier run, as `save` received them.
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
  /** Stores all faults. If it throws, the change has no effect. @default stores nothing */
  readonly save?: (faults: readonly Fault[]) => void
  /** Called after every change. It must not throw. */
  readonly onChange?: () => void
}

export class FaultRegistry {
  #byId: ReadonlyMap<string, Fault>
  readonly #createId: () => string
  readonly #checkHandset: (id: string) => void
  readonly #save: (faults: readonly Fault[]) => void
  readonly #onChange: () => void

  constructor(options: FaultRegistryOptions = {}) {
    const doNothing = () => undefined
    const { initial = [], createId = randomUUID } = options
    const { checkHandset = doNothing, save = doNothing, onChange = doNothing } = options
    this.#byId = new Map(initial.map((fault) => [fault.id, fault]))
    this.#createId = createId
    this.#checkHandset = checkHandset
    this.#save = save
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
    this.#replace([...this.all, fault])
    return fault
  }

  /**
   * Applies the faults to a call that has just arrived, and counts them down; a fault without calls left is removed.
   *
   * @param handset the id of the login's handset; `null` on the test line, for a verify call without a known login, and
   *   for a text message to a number that no handset has
   * @returns the effects of every fault that concerns the call, in order
   */
  take(call: FaultCall, handset: string | null): readonly FaultEffect[] {
    const applied = this.all.filter((fault) => fault.call === call && [null, handset].includes(fault.handset))
    if (applied.some(({ times }) => times !== null)) {
      this.#replace(this.all.flatMap((fault) => (applied.includes(fault) ? countDown(fault) : fault)))
    }
    return applied.map(({ effect }) => effect)
  }

  /** @returns whether there was such a fault */
  clear(id: string): boolean {
    const wasThere = this.#byId.has(id)
    if (wasThere) this.#replace(this.all.filter((fault) => fault.id !== id))
    return wasThere
  }

  /** The faults that are left without those of one handset. */
  listWithout(handset: string): readonly Fault[] {
    return this.all.filter((fault) => fault.handset !== handset)
  }

  /** Clears the faults of one handset. */
  clearForHandset(handset: string): void {
    const left = this.listWithout(handset)
    if (left.length < this.#byId.size) this.#replace(left)
  }

  clearAll(): void {
    if (this.isEmpty) return
    this.#replace([])
  }

  #replace(faults: readonly Fault[]): void {
    this.#save(faults)
    this.#byId = new Map(faults.map((fault) => [fault.id, fault]))
    this.#onChange()
  }
}

/** @returns nothing if the fault has no calls left */
function countDown(fault: Fault): readonly Fault[] {
  if (fault.times === null) return [fault]
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : []
}
