// Everything that one simulator holds: what is filed, what it remembers, and who hears of changes.
import type { Line } from '@local-number/protocol'
import type { Fault, Handset, HandsetView, SimulatorState } from '@local-number/simulator-contract'
import { AppRegistry, type FiledApp, viewOf } from './apps'
import { SimulatorClock } from './clock'
import { FaultRegistry } from './faults/registry'
import { HandsetRegistry } from './handsets'
import type { Origins } from './origins'
import { closeDatabase, type Database, openDatabase } from './storage/database'
import { Documents } from './storage/documents'
import { datesUpTo, PlatformStore } from './storage/platform-store'
import { TraceTable } from './storage/trace-table'

/** The setting that keeps the faults. */
const FAULTS = 'faults'

export interface WorldOptions {
  readonly database: string
  /** Milliseconds since 1970: the machine's clock. */
  readonly now: () => number
  /** Hears of every change to what the admin API shows as state. */
  readonly onChange: () => void
}

export class World {
  readonly apps: AppRegistry
  readonly handsets: HandsetRegistry
  readonly clock: SimulatorClock
  readonly faults: FaultRegistry
  readonly traces: TraceTable
  readonly settings: Documents<unknown>
  readonly #database: Database.Database

  constructor({ database, now, onChange }: WorldOptions) {
    this.#database = openDatabase(database)
    this.settings = new Documents<unknown>(this.#database, 'setting')
    const { settings } = this
    const onBack = (now: number) => datesUpTo(this.#database, now)
    this.clock = new SimulatorClock({ machine: now, settings, onBack, onChange })
    this.apps = new AppRegistry(new Documents<FiledApp>(this.#database, 'app'), onChange)
    this.handsets = new HandsetRegistry(
      { handsets: new Documents<Handset>(this.#database, 'handset'), settings },
      onChange,
    )
    this.faults = new FaultRegistry({
      initial: settings.get(FAULTS) as readonly Fault[] | undefined,
      checkHandset: (id) => void this.handsets.get(id, 'handset'),
      onChange: (faults) => {
        settings.put(FAULTS, faults)
        onChange()
      },
    })
    this.traces = new TraceTable(this.#database)
  }

  /** What one line remembers: a token of one is unknown to the other. */
  storeOf(line: Line): PlatformStore {
    return new PlatformStore(this.#database, line, this.clock.now)
  }

  state({ origin, testLineOrigin, handsetOrigin }: Origins): SimulatorState {
    return {
      clock: this.clock.state,
      apps: this.apps.all.map(viewOf),
      handsets: this.handsets.all.map((handset) => this.viewOfHandset(handset, handsetOrigin)),
      faults: this.faults.all,
      origin,
      testLineOrigin,
    }
  }

  viewOfHandset(handset: Handset, originOf: (id: string) => string): HandsetView {
    const { id, hotspot = null } = handset
    return { ...handset, hotspot, origin: originOf(id), active: id === this.handsets.active.id }
  }

  /** With its faults: another one may get its id. @throws SimulatorError `unknownHandset`, `handsetInUse` */
  removeHandset(id: string): void {
    this.handsets.remove(id)
    this.faults.clearOf(id)
  }

  /** All of it is kept, or nothing. */
  atomically<Result>(work: () => Result): Result {
    return this.#database.transaction(work)()
  }

  close(): void {
    closeDatabase(this.#database)
  }
}
