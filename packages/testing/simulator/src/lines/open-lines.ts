// Opens the simulator's lines on their ports: production behind the gateway, a port per handset, the test line.
import type { RequestListener } from 'node:http'
import type { Line } from '@local-number/protocol'
import type { Handset } from '@local-number/simulator-contract'
import { createLineApp, type LineAppOptions } from '../carrier/create-line-app'
import { createGateway, findHandsetByHost } from '../carrier/gateway'
import { applyFaults } from '../faults/apply-faults'
import type { CarrierContext, CarrierMiddleware, LineContext } from '../http/context'
import type { GuardOptions } from '../http/guard'
import { createGatewayPhoneRoutes } from '../http/phone-routes'
import type { ErrorListener } from '../http/report-errors'
import type { FaultRegistry } from '../state/faults'
import type { Origins, State } from '../state/state'
import type { PlatformStore } from '../storage/platform-store'
import { readToken } from '../trace/request-fields'
import type { TraceRecorder } from '../trace/trace-recorder'
import { HandsetPorts } from './handset-ports'
import type { Listeners } from './listeners'

export interface LinesOptions {
  readonly state: State
  readonly listeners: Listeners
  readonly recorder: TraceRecorder
  /** Who may use the phone routes. */
  readonly access: GuardOptions
  /** Whether getToken answers a CORS preflight. */
  readonly answerPreflight: boolean
  readonly onError: ErrorListener
  /** Called when a handset has another origin. */
  readonly onChange: () => void
  /** Aborted when the simulator stops. */
  readonly stop: AbortSignal
  readonly port: number
  readonly testLinePort: number
  readonly handsetPorts: 'none' | 'anyFree' | number
}

export interface Lines {
  readonly origins: Origins
  /**
   * Adds a handset whose fields were parsed (see `Handles.addHandset`).
   *
   * @throws SimulatorError `duplicateHandset`, `handsetMalformed`, `limitReached`, `unknownHandset` for its hotspot
   */
  addHandset(handset: Handset): Promise<Handset>
}

export async function openLines(options: LinesOptions): Promise<Lines> {
  const { state, listeners } = options
  const { handsets } = state
  let gatewayPort = options.port
  const handsetOrigin = (id: string) => {
    const port = ports.find(handsets.get(id).id)
    return port === undefined ? `http://${id}.localhost:${gatewayPort}` : listeners.toOrigin(port)
  }

  const createHandler = createGatewayHandlers(options, handsetOrigin)
  const ports = new HandsetPorts({
    handsets,
    listeners,
    first: options.handsetPorts,
    createHandler,
    onOpen: options.onChange,
  })

  const gateway = createHandler(({ hostname }) => findHandsetByHost(handsets, hostname))
  gatewayPort = await listeners.open(gateway, { port: options.port, option: 'port' })
  await ports.openAll()
  const testLine = createLineApp(createCarrierOptions('test', options, [])).callback()
  const testLinePort = await listeners.open(testLine, { port: options.testLinePort, option: 'testLinePort' })

  return {
    origins: {
      origin: listeners.toOrigin(gatewayPort),
      testLineOrigin: listeners.toOrigin(testLinePort),
      handsetOrigin,
    },
    addHandset: async (handset) => {
      const added = handsets.add(handset)
      await ports.openIfFree(added.id)
      return added
    },
  }
}

/** The production line behind the gateway, for a way to find the handset. */
function createGatewayHandlers(options: LinesOptions, handsetOrigin: Origins['handsetOrigin']) {
  const { state, access } = options
  const production = createCarrierOptions('production', options, [createGateway(state.handsets)])
  const phoneRoutes = createGatewayPhoneRoutes({ state, handsetOrigin }, access)
  return (findHandset: (ctx: LineContext) => Handset): RequestListener =>
    createLineApp({ ...production, findHandset, phoneRoutes }).callback()
}

/** @param beforeFaults runs before the faults, in order */
function createCarrierOptions(
  line: Line,
  options: LinesOptions,
  beforeFaults: readonly CarrierMiddleware[],
): Omit<LineAppOptions, 'findHandset' | 'phoneRoutes'> {
  const { state, recorder, answerPreflight, onError } = options
  const store = state.createStore(line)
  const faults = applyFaults(createFaultSource(state.faults, store), options)
  const platform = { line, apps: state.apps, now: state.clock.now, store }
  return { platform, recorder, answerPreflight, middleware: [...beforeFaults, faults], onError }
}

/** A verify call comes from a server: it belongs to the handset of its token's login. The test line has no handsets. */
function createFaultSource(faults: FaultRegistry, store: PlatformStore) {
  return ({ state: { exchange }, req }: CarrierContext) => {
    // A caller that has left uses up no fault. Without faults no token need be looked up.
    if (req.socket.destroyed || faults.isEmpty) return []
    const { call, handset, message } = exchange
    const id = call === 'verify' ? store.findToken(readToken(message))?.retrieval.handset : handset?.id
    return faults.take(call, id ?? null)
  }
}
