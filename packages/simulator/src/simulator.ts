// Puts the simulator together and gives it its handles.
import { type AppCredentials, type AppPatch, type AppRegistration, AppRegistry, DEMO_APP } from './apps'
import { DEFAULT_HANDSETS, type Handset, type HandsetPatch, HandsetRegistry } from './handsets'
import { type Origins, openLines } from './lines'
import { Listeners } from './listeners'
import type { MessageListener } from './messages'

export interface SimulatorOptions {
  /** The address to listen on. Default: 127.0.0.1, which no other machine reaches. */
  readonly host?: string
  /** The gateway's port; 0, the default, is any free one. */
  readonly port?: number
  /** The test line's port; 0, the default, is any free one. */
  readonly testLinePort?: number
  /** A port per handset: the first of a row, or `true` for any free ones. Default: none. */
  readonly handsetPorts?: 'none' | number | true
  /** Default: {@link DEMO_APP}, whose customer public key is not filed yet. */
  readonly apps?: readonly AppRegistration[]
  /** Default: {@link DEFAULT_HANDSETS}. */
  readonly handsets?: readonly Handset[]
  /** The id of the handset that the default origin stands for. Default: the first. */
  readonly activeHandset?: string
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number
  /** Hears of every message of a login, masked. It must not throw. */
  readonly onMessage?: MessageListener
}

/** A running simulator. `origin` is the gateway: requests to it come from the active handset. */
export interface Simulator extends Origins {
  readonly apps: readonly AppCredentials[]
  /** @throws SimulatorError `unknownHandset` */
  setActiveHandset(id: string): void
  /** @throws SimulatorError `unknownHandset`, `handsetMalformed` */
  updateHandset(id: string, patch: HandsetPatch): void
  /** @throws SimulatorError `unknownApp`, `keyMalformed` */
  updateApp(appId: string, patch: AppPatch): void
  /** Closes every port and every open connection. */
  stop(): Promise<void>
}

/**
 * Starts the simulator.
 *
 * @throws SimulatorError `portTaken`, `doubledApp`, `doubledHandset`, `handsetMalformed`, `keyMalformed`, `unknownHandset`
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const apps = new AppRegistry(options.apps ?? [DEMO_APP])
  const handsets = new HandsetRegistry(options.handsets ?? DEFAULT_HANDSETS, options.activeHandset)
  const listeners = new Listeners(options.host ?? '127.0.0.1')
  try {
    const { now = Date.now, onMessage = () => undefined, port = 0, testLinePort = 0, handsetPorts = 'none' } = options
    const lines = { apps, handsets, listeners, now, onMessage, port, testLinePort, handsetPorts }
    const origins = await openLines(lines)
    return {
      ...origins,
      get apps() {
        return apps.credentials
      },
      setActiveHandset: (id) => handsets.setActive(id),
      updateHandset: (id, patch) => handsets.update(id, patch),
      updateApp: (appId, patch) => apps.update(appId, patch),
      stop: () => listeners.closeAll(),
    }
  } catch (error) {
    await listeners.closeAll()
    throw error
  }
}
