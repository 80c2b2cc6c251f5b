// Opens the simulator's lines on their ports: production behind the gateway, a port per handset, the test line.
import type { Line } from '@local-number/protocol'
import type { Handset } from '@local-number/simulator-contract'
import type { GuardOptions } from './admin/guard'
import { applyFaults } from './faults/apply'
import type { FaultRegistry } from './faults/registry'
import { gateway, handsetOfHost } from './gateway'
import { HandsetPorts } from './handset-ports'
import type { CarrierOptions } from './http/carrier-routes'
import type { ErrorListener } from './http/internal-errors'
import { jsonBody } from './http/json-body'
import type { CarrierMiddleware, LineContext } from './http/line'
import { createLineApp } from './http/line-app'
import { guardedPhoneRoutes } from './http/phone-routes'
import type { Listeners } from './listeners'
import type { Origins } from './origins'
import type { PlatformStore } from './storage/platform-store'
import { tokenOf } from './trace/request-fields'
import type { TraceRecorder } from './trace/trace-recorder'
import type { World } from './world'

export interface LinesOptions {
  readonly world: World
  readonly listeners: Listeners
  readonly recorder: TraceRecorder
  /** Who may use the phones' routes. */
  readonly access: GuardOptions
  readonly onError: ErrorListener
  /** Hears that a handset has another origin now. */
  readonly onChange: () => void
  /** Aborted when the simulator stops. */
  readonly stop: AbortSignal
  readonly port: number
  readonly testLinePort: number
  readonly handsetPorts: 'none' | number | true
}

export interface Lines {
  readonly origins: Origins
  /**
   * Resolves once it is answered: on a port of its own if the others have ports and that one is free, by its name anyway.
   *
   * @throws SimulatorError `doubledHandset`, `handsetMalformed`, `limitReached`, `unknownHandset` for its hotspot
   */
  addHandset(handset: Handset): Promise<Handset>
}

export async function openLines(options: LinesOptions): Promise<Lines> {
  const { world, listeners, access } = options
  const { handsets } = world
  let gatewayPort = options.port
  const originOf = (id: string) => {
    const port = ports.of(handsets.get(id).id)
    return port === undefined ? `http://${id}.localhost:${gatewayPort}` : listeners.originOf(port)
  }

  const production = carrierOptions('production', options, [gateway(handsets)])
  const phones = guardedPhoneRoutes({ world, originOf }, access)
  const behindGateway = (handsetOf: (ctx: LineContext) => Handset) =>
    createLineApp({ ...production, handsetOf, others: phones }).callback()

  const ports = new HandsetPorts({
    handsets,
    listeners,
    first: options.handsetPorts,
    answer: behindGateway,
    onOpen: options.onChange,
  })

  const byHost = behindGateway(({ hostname }) => handsetOfHost(handsets, hostname))
  gatewayPort = await listeners.open(byHost, { port: options.port, option: 'port' })
  await ports.openAll()
  const testLine = createLineApp(carrierOptions('test', options, [])).callback()
  const testLinePort = await listeners.open(testLine, { port: options.testLinePort, option: 'testLinePort' })

  return {
    origins: {
      origin: listeners.originOf(gatewayPort),
      testLineOrigin: listeners.originOf(testLinePort),
      handsetOrigin: originOf,
    },
    addHandset: async (handset) => {
      const added = handsets.add(handset)
      await ports.openIfFree(added.id)
      return added
    },
  }
}

/** @param before what stands between the caller and the faults */
function carrierOptions(line: Line, options: LinesOptions, before: readonly CarrierMiddleware[]): CarrierOptions {
  const { world, recorder, onError } = options
  const store = world.storeOf(line)
  const faults = applyFaults(takeEffects(world.faults, store), options) as CarrierMiddleware
  const platform = { line, apps: world.apps, now: world.clock.now, store }
  return { platform, recorder, inBetween: [...before, faults], onError }
}

/** A verify call comes from a server: it is that handset's whose login the token is of. The test line asks no handset. */
function takeEffects(faults: FaultRegistry, store: PlatformStore) {
  return (ctx: LineContext) => {
    const { call, handset } = ctx.state
    // Whoever has hung up meets none; and where none is on, nobody need be looked for.
    if (!call || ctx.req.socket.destroyed || faults.all.length === 0) return []
    const asking = call === 'verify' ? store.token(tokenOf(jsonBody(ctx)))?.taking.handset : handset?.id
    return faults.take(call, asking ?? null)
  }
}
