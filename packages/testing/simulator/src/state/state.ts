// Everything that one simulator stores: apps, handsets with their inboxes, faults, traces, its clock, and the memory of
// its lines.
import { type Line, TOKEN_LIFETIMES_MS } from '@local-number/protocol'
import type { Fault, HandsetView, SimulatorState, TextMessage } from '@local-number/simulator-contract'
import { closeDatabase, createUnusableError, type Database, openDatabase, toSimulatorError } from '../storage/database'
import { Documents } from '../storage/documents'
import { capDates, PlatformStore } from '../storage/platform-store'
import { TraceTable } from '../storage/trace-table'
import { AppRegistry, DEFAULTS, type StoredApp, toAppView } from './apps'
import { findDamage } from './check-stored'
import { SimulatorClock } from './clock'
import { FaultRegistry } from './faults'
import { type StoredHandset, upgradesHttpImages } from './handset-facts'
import { HandsetRegistry } from './handsets'
import { Inboxes } from './inboxes'

/** The code that only the HTTPS edition answers with its token. */
const HTTPS_TOKEN_ISSUED = '103000'

const LINES: readonly Line[] = ['production', 'test']

/** The setting that stores the faults. */
const FAULTS = 'faults'
/** The setting that stores the text messages. */
const MESSAGES = 'textMessages'

export interface StateOptions {
  /** A path, or `:memory:`. */
  readonly database: string
  /** The machine's time, in milliseconds since 1970. */
  readonly now: () => number
  /** Called after every change to what the admin API shows as state. */
  readonly onChange: () => void
  /** Called after the checks of all numbers were forgotten. */
  readonly onChecksCleared?: (() => void) | undefined
}

/** Where a running simulator answers. */
export interface Origins {
  /** The gateway, without a trailing slash. */
  readonly origin: string
  /** The test line, without a trailing slash. */
  readonly testLineOrigin: string
  /** The HTTPS edition's call, without a trailing slash. */
  readonly httpsEditionOrigin: string
  /** The HTTPS edition's call on the test line, without a trailing slash. */
  readonly httpsEditionTestLineOrigin: string
  /**
   * The origin whose requests come from one handset: its own port, or else its host name below `.localhost`. Browsers
   * and curl resolve such names themselves, Node only if the system's resolver does.
   *
   * @throws SimulatorError `unknownHandset`
   */
  handsetOrigin(id: string): string
}

export class State {
  readonly apps: AppRegistry
  readonly handsets: HandsetRegistry
  readonly clock: SimulatorClock
  readonly faults: FaultRegistry
  readonly inboxes: Inboxes
  readonly traces: TraceTable
  readonly settings: Documents<unknown>
  readonly #database: Database.Database
  readonly #onChecksCleared: () => void

  constructor({ database, now, onChange, onChecksCleared = () => undefined }: StateOptions) {
    this.#onChecksCleared = onChecksCleared
    this.#database = openSoundDatabase(database, now())
    this.settings = new Documents<unknown>(this.#database, 'setting')
    const { settings } = this
    const onBack = (earlier: number) => {
      capDates(this.#database, earlier)
      this.inboxes.capDates(earlier)
    }
    const runAtomically = (work: () => void) => this.runAtomically(work)
    this.clock = new SimulatorClock({ machine: now, settings, runAtomically, onBack, onChange })
    this.apps = new AppRegistry(new Documents<StoredApp>(this.#database, 'app'), onChange)
    this.handsets = new HandsetRegistry(
      { handsets: new Documents<StoredHandset>(this.#database, 'handset'), settings },
      onChange,
    )
    this.faults = new FaultRegistry({
      initial: settings.get(FAULTS) as readonly Fault[] | undefined,
      checkHandset: (id) => void this.handsets.get(id, 'handset'),
      save: (faults) => settings.put(FAULTS, faults),
      onChange,
    })
    this.inboxes = new Inboxes({
      initial: (settings.get(MESSAGES) as readonly TextMessage[] | undefined) ?? [],
      now: this.clock.now,
      save: (messages) => settings.put(MESSAGES, messages),
      onChange,
    })
    this.traces = new TraceTable(this.#database, {
      now: this.clock.now,
      getTokenLifetimeMs: ({ appId, lastCode }) =>
        lastCode === HTTPS_TOKEN_ISSUED
          ? TOKEN_LIFETIMES_MS.https
          : (this.apps.find(appId)?.tokenLifetimeMs ?? DEFAULTS.tokenLifetimeMs),
    })
  }

  /** Each line has its own store: a token of one is unknown to the other. */
  createStore(line: Line): PlatformStore {
    return new PlatformStore(this.#database, line, this.clock.now)
  }

  /** Forgets how often numbers were checked, on both lines. */
  clearChecks(): void {
    this.runAtomically(() => {
      for (const line of LINES) this.createStore(line).checks.clear()
    })
    this.#onChecksCleared()
  }

  toView({ handsetOrigin, ...origins }: Origins): SimulatorState {
    return {
      clock: this.clock.view,
      apps: this.apps.all.map(toAppView),
      handsets: this.handsets.all.map((handset) => this.toHandsetView(handset, handsetOrigin)),
      faults: this.faults.all,
      messages: this.inboxes.all,
      ...origins,
    }
  }

  toHandsetView(handset: StoredHandset, handsetOrigin: Origins['handsetOrigin']): HandsetView {
    const { id } = handset
    return {
      ...handset,
      upgradesHttpImages: upgradesHttpImages(handset),
      origin: handsetOrigin(id),
      active: id === this.handsets.active.id,
    }
  }

  /**
   * Removes the handset with its faults and messages, since another one may get its id.
   *
   * @throws SimulatorError `unknownHandset`, `handsetInUse`
   */
  removeHandset(id: string): void {
    const faults = this.faults.listWithout(id)
    const messages = this.inboxes.listWithout(id)
    this.handsets.remove(id, (removal) =>
      this.runAtomically(() => {
        removal()
        this.settings.put(FAULTS, faults)
        this.settings.put(MESSAGES, messages)
      }),
    )
    this.faults.clearForHandset(id)
    this.inboxes.clearForHandset(id)
  }

  /** Stores all changes of `work`, or none if it throws. */
  runAtomically<Result>(work: () => Result): Result {
    return this.#database.transaction(work)()
  }

  close(): void {
    closeDatabase(this.#database)
  }
}

function openSoundDatabase(file: string, machineNow: number): Database.Database {
  const database = openDatabase(file)
  try {
    const damage = findDamage(database, machineNow)
    if (damage !== null) throw createUnusableError(`the database ${file} cannot be used (${damage})`)
    return database
  } catch (error) {
    closeDatabase(database)
    throw toSimulatorError(file, error)
  }
}
