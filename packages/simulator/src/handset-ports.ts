// A port for each handset, for clients that find no name below `.localhost`: phones, WeChat DevTools, Node on many systems.
import type { RequestListener } from 'node:http'
import type { Handset } from './contract/handset'
import { SimulatorError } from './errors'
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
    for (const { id } of this.#options.handsets.all) await this.#open(id)
  }

  /** The handset's port may be another program's. */
  async openIfFree(id: string): Promise<void> {
    try {
      await this.#open(id)
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error
    }
  }

  /** Does nothing where it is open. */
  async #open(id: string): Promise<void> {
    const { first, handsets, onOpen } = this.#options
    if (first === 'none' || this.of(id) !== undefined) return
    const wanted = first === true ? 0 : first + (handsets.slots().get(id) ?? 0)
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
