// A port for each handset, for clients that resolve no name below `.localhost`: phones, WeChat DevTools, often Node.
import type { RequestListener } from 'node:http'
import type { Handset } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import type { HandsetRegistry } from '../state/handsets'
import type { Listeners } from './listeners'

export interface HandsetPortsOptions {
  readonly handsets: HandsetRegistry
  readonly listeners: Listeners
  /** The first of a row; `anyFree` and 0 let the system choose each. */
  readonly first: 'none' | 'anyFree' | number
  /** Creates what answers on a port. @param getHandset finds the port's handset, which can change */
  readonly createHandler: (getHandset: () => Handset) => RequestListener
  /** Called when a handset has got a port. It must not throw. */
  readonly onOpen: () => void
}

export class HandsetPorts {
  readonly #options: HandsetPortsOptions
  /** The handset of every open port; it may have been removed. */
  readonly #owners = new Map<number, string>()

  constructor(options: HandsetPortsOptions) {
    this.#options = options
  }

  /** @throws SimulatorError `portTaken`, `portUnusable`, `hostUnusable` */
  async openAll(): Promise<void> {
    const { first, handsets } = this.#options
    if (first === 'none') return
    for (const [id, slot] of handsets.assignSlots()) await this.#open(id, slot)
  }

  /** Opens the handset's port unless it is open, or another program has it. */
  async openIfFree(id: string): Promise<void> {
    const { first, handsets } = this.#options
    if (first === 'none' || this.find(id) !== undefined) return
    try {
      await this.#open(id, handsets.assignSlots().get(id) ?? 0)
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error
    }
  }

  /** @returns `undefined` if the handset has no port */
  find(id: string): number | undefined {
    for (const [port, owner] of this.#owners) if (owner === id) return port
    return undefined
  }

  async #open(id: string, slot: number): Promise<void> {
    const { first, onOpen } = this.#options
    const wanted = typeof first === 'number' && first !== 0 ? first + slot : 0
    // The port of a removed handset stays open and passes to the next handset in its slot.
    const port = this.#owners.has(wanted) ? wanted : await this.#listen(wanted)
    this.#owners.set(port, id)
    onOpen()
  }

  async #listen(wanted: number): Promise<number> {
    const { handsets, listeners, createHandler } = this.#options
    let port = wanted
    // Throws `unknownHandset` if the handset was removed.
    const getOwner = () => handsets.get(this.#owners.get(port) ?? '')
    port = await listeners.open(createHandler(getOwner), { port, option: 'handsetPorts' })
    return port
  }
}
