// Starts and stops a simulator.

import type { ExchangeEvent } from '@local-number/simulator-contract'
import { createAdminApp } from './admin/create-admin-app'
import { EventStream } from './admin/event-stream'
import { SimulatorError } from './common/errors'
import { isLoopbackHost, LOOPBACK } from './common/hosts'
import { CONSOLE_FOLDER } from './console-folder'
import { createHandles, type Handles } from './handles'
import type { ErrorListener } from './http/report-errors'
import { Listeners } from './lines/listeners'
import { type Lines, openLines } from './lines/open-lines'
import type { SimulatorOptions } from './options'
import { seedState } from './state/seed'
import { type Origins, State } from './state/state'
import { isDatabaseError, toSimulatorError } from './storage/database'
import { toMessage } from './trace/messages'
import { TraceRecorder } from './trace/trace-recorder'

/** A running simulator. `origin` is the gateway: requests to it come from the active handset. */
export interface Simulator extends Origins, Handles {
  /** The console, and below `/_sim` the admin API. */
  readonly adminOrigin: string
  /** Closes every port and every open connection. */
  stop(): Promise<void>
}

/**
 * Starts a simulator. It runs on Node, in this process.
 *
 * @example
 * ```ts
 * const simulator = await startSimulator()
 * simulator.once('verify', { code: '120020' }) // the next verify call answers 120020
 * await simulator.stop()
 * ```
 * @throws SimulatorError `portTaken`, `portUnusable`, `hostUnusable`, `databaseInUse`, `databaseUnusable`,
 *   `tokenRequired`, `duplicateApp`, `duplicateHandset`, `handsetMalformed`, `fieldsMalformed`, `unknownHandset`
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  refuseOpenAdmin(options)
  const events = new EventStream()
  // Changes before the lines are open are of no interest: no console is open yet.
  const opened: { origins?: Origins } = {}
  const onChange = () => {
    const { origins } = opened
    if (origins) events.sendState(() => state.toView(origins))
  }
  const { database = ':memory:', now = Date.now, onChecksCleared } = options
  const state = new State({ database, now, onChange, onChecksCleared })
  const stopping = new AbortController()
  const listeners = new Listeners({ host: options.host ?? LOOPBACK, hostOption: 'host' })
  const adminListeners = new Listeners({ host: options.adminHost ?? LOOPBACK, hostOption: 'adminHost' })
  const stop = async () => {
    stopping.abort()
    try {
      await Promise.all([listeners.closeAll(), adminListeners.closeAll()])
    } finally {
      state.close()
    }
  }
  try {
    seedState(state, options)
    const shared = { state, events, onChange, stop: stopping.signal, options }
    const lines = await openCarrier({ ...shared, listeners })
    const adminOrigin = await openAdmin({ ...shared, listeners: adminListeners, lines })
    opened.origins = lines.origins
    return Object.assign(createHandles(state, lines), lines.origins, { adminOrigin, stop })
  } catch (error) {
    await stop()
    // A start stores what it adds, for which a full disk has no room.
    throw isDatabaseError(error) ? toSimulatorError(database, error) : error
  }
}

interface Parts {
  readonly state: State
  readonly events: EventStream
  readonly onChange: () => void
  readonly stop: AbortSignal
  readonly listeners: Listeners
  readonly options: SimulatorOptions
}

/** The gateway, the handsets and the test line. */
function openCarrier({ state, events, onChange, stop, listeners, options }: Parts): Promise<Lines> {
  const { onMessage, pageOrigins = [], onError = writeToStandardError } = options
  const onExchange = (event: ExchangeEvent) => {
    events.sendExchange(event)
    const message = onMessage && toMessage(event)
    if (message) onMessage(message)
  }
  return openLines({
    state,
    listeners,
    onChange,
    stop,
    onError,
    recorder: new TraceRecorder({
      traces: state.traces,
      now: state.clock.now,
      stop,
      onExchange,
      onUnfinished: (event) => events.sendExchange(event),
    }),
    access: { pageOrigins, allowLocalPages: true },
    answerPreflight: options.answerPreflight ?? false,
    port: options.port ?? 0,
    testLinePort: options.testLinePort ?? 0,
    httpsEditionPort: options.httpsEditionPort ?? 0,
    httpsEditionTestLinePort: options.httpsEditionTestLinePort ?? 0,
    handsetPorts: options.handsetPorts ?? 'none',
  })
}

async function openAdmin({ state, events, listeners, options, lines }: Parts & { lines: Lines }): Promise<string> {
  const { adminPort = 0, adminToken: token, onError = writeToStandardError } = options
  const access = { pageOrigins: [], allowLocalPages: false, token }
  const app = createAdminApp({ state, lines, events, access, onError, consoleFolder: CONSOLE_FOLDER })
  return listeners.toOrigin(await listeners.open(app.callback(), { port: adminPort, option: 'adminPort' }))
}

function refuseOpenAdmin({ adminHost = LOOPBACK, adminToken }: SimulatorOptions): void {
  if (adminToken || isLoopbackHost(adminHost)) return
  const remedy = `give an adminToken, or leave adminHost at ${LOOPBACK}`
  throw new SimulatorError(
    'tokenRequired',
    `the admin API on ${adminHost} would be open to the whole network: ${remedy}`,
  )
}

const writeToStandardError: ErrorListener = (error, traceId) => {
  process.stderr.write(`trace ${traceId}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
