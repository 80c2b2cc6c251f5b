// Opens the simulator's lines on their ports: production behind the gateway, a port per handset, the test line.
import type { Line } from '@local-number/protocol'
import type { GuardOptions } from './admin/guard'
import type { Handset } from './contract/handset'
import { applyFaults } from './faults/apply'
import { gateway, handsetOfHost } from './gateway'
import type { CarrierOptions } from './http/carrier-routes'
import type { ErrorListener } from './http/internal-errors'
import type { CarrierMiddleware, LineContext } from './http/line'
import { createLineApp } from './http/line-app'
import { guardedPhoneRoutes } from './http/phone-routes'
import type { Listeners } from './listeners'
import type { Origins } from './origins'
import type { TraceRecorder } from './trace/trace-recorder'
import type { World } from './world'

export interface LinesOptions {
  readonly world: World
  readonly listeners: Listeners
  readonly recorder: TraceRecorder
  /** Who may use the phones' routes. */
  readonly access: GuardOptions
  readonly onError: ErrorListener
  /** Aborted when the simulator stops. */
  readonly stop: AbortSignal
  readonly port: number
  readonly testLinePort: number
  readonly handsetPorts: 'none' | number | true
}

export async function openLines(options: LinesOptions): Promise<Origins> {
  const { world, listeners, access } = options
  const { handsets } = world
  let gatewayPort = options.port
  const handsetPorts = new Map<string, number>()
  const originOf = (id: string) => {
    const port = handsetPorts.get(handsets.get(id).id)
    return port === undefined ? `http://${id}.localhost:${gatewayPort}` : listeners.originOf(port)
  }

  const faults = applyFaults(takeEffects(world), options) as CarrierMiddleware
  const production = carrierOptions('production', options, [gateway(handsets), faults])
  const phones = guardedPhoneRoutes({ world, originOf }, access)
  const behindGateway = (handsetOf: (ctx: LineContext) => Handset) =>
    createLineApp({ ...production, handsetOf, others: phones }).callback()

  const byHost = behindGateway(({ hostname }) => handsetOfHost(handsets, hostname))
  gatewayPort = await listeners.open(byHost, { port: options.port, option: 'port' })
  const { handsetPorts: first } = options
  for (const [id, slot] of first === 'none' ? [] : handsets.slots()) {
    const port = first === true ? 0 : Number(first) + slot
    // Whoever still asks for one that was removed hears so.
    const own = behindGateway(() => handsets.get(id))
    handsetPorts.set(id, await listeners.open(own, { port, option: 'handsetPorts' }))
  }
  const testLine = createLineApp(carrierOptions('test', options, [faults])).callback()
  const testLinePort = await listeners.open(testLine, { port: options.testLinePort, option: 'testLinePort' })

  return {
    origin: listeners.originOf(gatewayPort),
    testLineOrigin: listeners.originOf(testLinePort),
    handsetOrigin: originOf,
  }
}

function carrierOptions(
  line: Line,
  { world, recorder, onError }: LinesOptions,
  inBetween: readonly CarrierMiddleware[],
): CarrierOptions {
  const platform = { line, apps: world.apps, now: world.clock.now, store: world.storeOf(line) }
  return { platform, recorder, inBetween, onError }
}

/** A verify call comes from a server: it is that handset's whose login the token is of. The test line asks no handset. */
function takeEffects({ faults }: World) {
  return ({ state: { call, handset, exchange } }: LineContext) =>
    call ? faults.take(call, (call === 'verify' ? exchange?.trace.handset : handset?.id) ?? null) : []
}
