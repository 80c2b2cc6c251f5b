// Puts the simulator together and gives it its handles.

import type { ExchangeEvent } from '@local-number/simulator-contract'
import { createAdminApp } from './admin/admin-app'
import { Events } from './admin/events'
import { isLoopbackHost, LOOPBACK } from './admin/guard'
import { SimulatorError } from './common/errors'
import { CONSOLE_FOLDER } from './console-folder'
import { furnish } from './furnish'
import { type Handles, handlesOf } from './handles'
import type { ErrorListener } from './http/internal-errors'
import { type Lines, openLines } from './lines'
import { Listeners } from './listeners'
import { messageOf } from './messages'
import type { SimulatorOptions } from './options'
import type { Origins } from './origins'
import { TraceRecorder } from './trace/trace-recorder'
import { World } from './world'

/** A running simulator. `origin` is the gateway: requests to it come from the active handset. */
export interface Simulator extends Origins, Handles {
  /** The console is here, and below `/_sim` the admin API. */
  readonly adminOrigin: string
  /** Closes every port and every open connection. */
  stop(): Promise<void>
}

/**
 * Starts the simulator.
 *
 * @throws SimulatorError `portTaken`, `portUnusable`, `databaseInUse`, `databaseUnusable`, `tokenRequired`, `doubledApp`,
 *   `doubledHandset`, `handsetMalformed`, `fieldsMalformed`, `unknownHandset`
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  refuseOpenAdmin(options)
  const events = new Events()
  // Until the lines are open there is nobody to tell.
  const listening: { origins?: Origins } = {}
  const onChange = () => {
    const { origins } = listening
    if (origins) events.state(() => world.state(origins))
  }
  const world = new World({ database: options.database ?? ':memory:', now: options.now ?? Date.now, onChange })
  const stopping = new AbortController()
  const listeners = new Listeners(options.host ?? LOOPBACK)
  const adminListeners = new Listeners(options.adminHost ?? LOOPBACK)
  const stop = async () => {
    stopping.abort()
    await Promise.all([listeners.closeAll(), adminListeners.closeAll()])
    world.close()
  }
  try {
    furnish(world, options)
    const shared = { world, events, onChange, stop: stopping.signal, options }
    const lines = await openCarrier({ ...shared, listeners })
    const adminOrigin = await openAdmin({ ...shared, listeners: adminListeners, lines })
    listening.origins = lines.origins
    return Object.assign(handlesOf(world, lines), lines.origins, { adminOrigin, stop })
  } catch (error) {
    await stop()
    throw error
  }
}

interface Parts {
  readonly world: World
  readonly events: Events
  readonly onChange: () => void
  readonly stop: AbortSignal
  readonly listeners: Listeners
  readonly options: SimulatorOptions
}

/** The carrier: the gateway, the handsets and the test line. */
function openCarrier({ world, events, onChange, stop, listeners, options }: Parts): Promise<Lines> {
  const { onMessage, pageOrigins = [], onError = toStandardError } = options
  const onExchange = (event: ExchangeEvent) => {
    events.exchange(event)
    const message = onMessage && messageOf(event)
    if (message) onMessage(message)
  }
  return openLines({
    world,
    listeners,
    onChange,
    stop,
    onError,
    recorder: new TraceRecorder({ traces: world.traces, now: world.clock.now, stop, onExchange }),
    access: { pageOrigins, ownPages: true },
    port: options.port ?? 0,
    testLinePort: options.testLinePort ?? 0,
    handsetPorts: options.handsetPorts ?? 'none',
  })
}

async function openAdmin({ world, events, listeners, options, lines }: Parts & { lines: Lines }): Promise<string> {
  const { adminPort = 0, adminToken: token, onError = toStandardError } = options
  const access = { pageOrigins: [], ownPages: false, token }
  const app = createAdminApp({ world, lines, events, access, onError, consoleFolder: CONSOLE_FOLDER })
  return listeners.originOf(await listeners.open(app.callback(), { port: adminPort, option: 'adminPort' }))
}

function refuseOpenAdmin({ adminHost = LOOPBACK, adminToken }: SimulatorOptions): void {
  if (adminToken || isLoopbackHost(adminHost)) return
  const remedy = `give an adminToken, or leave adminHost at ${LOOPBACK}`
  throw new SimulatorError(
    'tokenRequired',
    `the admin API would be open to everyone who reaches ${adminHost}: ${remedy}`,
  )
}

const toStandardError: ErrorListener = (error, traceId) => {
  process.stderr.write(`trace ${traceId}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
