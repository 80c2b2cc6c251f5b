// Opens the simulator's lines on their ports: production behind the gateway, a port per handset, the test line, and the
// HTTPS edition of both lines.
import type { RequestListener } from 'node:http'
import type { Line } from '@local-number/protocol'
import { CALLS } from '@local-number/protocol/return-codes'
import type { Handset } from '@local-number/simulator-contract'
import { createLineApp, type LineAppOptions } from '../carrier/create-line-app'
import { createGateway, findHandsetByHost } from '../carrier/gateway'
import { applyFaults } from '../faults/apply-faults'
import type { CarrierContext, CarrierMiddleware, LineContext } from '../http/context'
import type { GuardOptions } from '../http/guard'
import { createGatewayPhoneRoutes } from '../http/phone-routes'
import type { ErrorListener } from '../http/report-errors'
import type { FaultRegistry } from '../state/faults'
import type { StoredHandset } from '../state/handset-facts'
import type { Origins, State } from '../state/state'
import type { PlatformStore } from '../storage/platform-store'
import { readToken } from '../trace/request-fields'
import type { TraceRecorder } from '../trace/trace-recorder'
import { HandsetPorts } from './handset-ports'
import type { Listeners } from './listeners'

/** The carrier serves the HTTPS edition's call on a host of its own (protocol.md §9), a handset's origin every call. */
const HTTPS_EDITION = ['httpsGetMobile'] as const
const IMAGE_EDITION = ['getMobile', 'getToken', 'verify'] as const

export interface LinesOptions {
  readonly state: State
  readonly listeners: Listeners
  readonly recorder: TraceRecorder
  /** Who may use the phone routes. */
  readonly access: GuardOptions
  /** Whether getToken and the HTTPS edition's call answer a CORS preflight. */
  readonly answerPreflight: boolean
  readonly onError: ErrorListener
  /** Called when a handset has another origin. */
  readonly onChange: () => void
  /** Aborted when the simulator stops. */
  readonly stop: AbortSignal
  readonly port: number
  readonly testLinePort: number
  readonly httpsEditionPort: number
  readonly httpsEditionTestLinePort: number
  readonly handsetPorts: 'none' | 'anyFree' | number
}

export interface Lines {
  readonly origins: Origins
  /**
   * Adds a handset whose fields were parsed (see `Handles.addHandset`).
   *
   * @throws SimulatorError `duplicateHandset`, `handsetMalformed`, `limitReached`, `unknownHandset` for its hotspot
   */
  addHandset(handset: Handset): Promise<StoredHandset>
}

export async function openLines(options: LinesOptions): Promise<Lines> {
  const { state, listeners } = options
  const { handsets } = state
  let gatewayPort = options.port
  const handsetOrigin = (id: string) => {
    const port = ports.find(handsets.get(id).id)
    return port === undefined ? `http://${id}.localhost:${gatewayPort}` : listeners.toOrigin(port)
  }

  const findHandset = ({ hostname }: LineContext) => findHandsetByHost(handsets, hostname)
  const production = createCarrierOptions('production', options, [createGateway(handsets)])
  const test = createCarrierOptions('test', options, [])
  const phoneRoutes = createGatewayPhoneRoutes({ state, handsetOrigin }, options.access)
  const createHandler = (find: (ctx: LineContext) => Handset): RequestListener =>
    createLineApp({ ...production, calls: CALLS, findHandset: find, phoneRoutes }).callback()
  const ports = new HandsetPorts({
    handsets,
    listeners,
    first: options.handsetPorts,
    createHandler,
    onOpen: options.onChange,
  })

  gatewayPort = await listeners.open(createHandler(findHandset), { port: options.port, option: 'port' })
  await ports.openAll()
  const open = async (option: 'testLinePort' | 'httpsEditionPort' | 'httpsEditionTestLinePort', app: LineAppOptions) =>
    listeners.toOrigin(await listeners.open(createLineApp(app).callback(), { port: options[option], option }))
  const testLineOrigin = await open('testLinePort', { ...test, calls: IMAGE_EDITION })
  const httpsEditionOrigin = await open('httpsEditionPort', { ...production, calls: HTTPS_EDITION, findHandset })
  const httpsEditionTestLineOrigin = await open('httpsEditionTestLinePort', { ...test, calls: HTTPS_EDITION })

  return {
    origins: {
      origin: listeners.toOrigin(gatewayPort),
      testLineOrigin,
      httpsEditionOrigin,
      httpsEditionTestLineOrigin,
      handsetOrigin,
    },
    addHandset: async (handset) => {
      const added = handsets.add(handset)
      await ports.openIfFree(added.id)
      return added
    },
  }
}

/** @param beforeFaults runs before the faults, in order */
function createCarrierOptions(
  line: Line,
  options: LinesOptions,
  beforeFaults: readonly CarrierMiddleware[],
): Omit<LineAppOptions, 'calls' | 'findHandset' | 'phoneRoutes'> {
  const { state, recorder, answerPreflight, onError } = options
  const store = state.createStore(line)
  const faults = applyFaults(createFaultSource(state.faults, store), options)
  const isBlocked = (msisdn: string) => state.handsets.isBlocked(msisdn)
  const platform = { line, apps: state.apps, now: state.clock.now, store, isBlocked }
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
