// A port for each handset, for clients that find no name below `.localhost`: phones, WeChat DevTools, Node on many systems.
import type { RequestListener } from 'node:http'
import type { Handset } from '@local-number/simulator-contract'
import { SimulatorError } from './common/errors'
import type { HandsetRegistry } from './handsets'
import type { Listeners } from './listeners'

export interface HandsetPortsOptions {
  readonly handsets: HandsetRegistry
  readonly listeners: Listeners
  /** The first of a row, or `true` for any free ones. */
  readonly first: 'none' | number | true
  /** What answers on a port, given whose it is. */
  readonly answer: (handset: () => Handset) => RequestListener
  /** A handset that had none has a port now. It must not throw. */
  readonly onOpen: () => void
}

export class HandsetPorts {
  readonly #options: HandsetPortsOptions
  /** Of every open port, the handset that it is or was the port of. */
  readonly #owners = new Map<number, string>()

  constructor(options: HandsetPortsOptions) {
    this.#options = options
  }

  /** @throws SimulatorError `portTaken`, `portUnusable` */
  async openAll(): Promise<void> {
    const { first, handsets } = this.#options
    if (first === 'none') return
    for (const [id, slot] of handsets.slots()) await this.#open(id, slot)
  }

  /** The handset's port may be another program's. Does nothing where it is open. */
  async openIfFree(id: string): Promise<void> {
    const { first, handsets } = this.#options
    if (first === 'none' || this.of(id) !== undefined) return
    try {
      await this.#open(id, handsets.slots().get(id) ?? 0)
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error
    }
  }

  /** @param slot its place in the row */
  async #open(id: string, slot: number): Promise<void> {
    const { first, onOpen } = this.#options
    const wanted = typeof first === 'number' ? first + slot : 0
    // A removed handset's place in the row is the next one's.
    const port = this.#owners.has(wanted) ? wanted : await this.#listen(wanted)
    this.#owners.set(port, id)
    onOpen()
  }

  async #listen(wanted: number): Promise<number> {
    const { handsets, listeners, answer } = this.#options
    let port = wanted
    // Whoever still asks for one that was removed hears so.
    const owner = () => handsets.get(this.#owners.get(port) ?? '')
    port = await listeners.open(answer(owner), { port, option: 'handsetPorts' })
    return port
  }

  of(id: string): number | undefined {
    for (const [port, owner] of this.#owners) if (owner === id) return port
    return undefined
  }
}
