// Opens the simulator's lines on their ports: production behind the gateway, a port per handset, the test line.
import type { Line } from '@local-number/protocol'
import type { AppRegistry } from './apps'
import { gateway, handsetOfHost } from './gateway'
import type { Handset, HandsetRegistry } from './handsets'
import { controlRoutes } from './http/control-routes'
import type { LineContext } from './http/line'
import { createLineApp } from './http/line-app'
import type { Listeners } from './listeners'
import type { MessageListener } from './messages'
import type { Platform } from './platform/platform'
import { Store } from './platform/store'

export interface LinesOptions {
  readonly apps: AppRegistry
  readonly handsets: HandsetRegistry
  readonly listeners: Listeners
  readonly now: () => number
  readonly onMessage: MessageListener
  readonly port: number
  readonly testLinePort: number
  readonly handsetPorts: 'none' | number | true
}

/** Where the lines answer, without trailing slashes. */
export interface Origins {
  readonly origin: string
  readonly testLineOrigin: string
  /**
   * The origin whose requests come from one handset: its own port, or else its host name below `.localhost`, which
   * browsers and curl find by themselves but Node only where the system's resolver does.
   *
   * @throws SimulatorError `unknownHandset`
   */
  handsetOrigin(id: string): string
}

export async function openLines(options: LinesOptions): Promise<Origins> {
  const { handsets, listeners, onMessage } = options
  let gatewayPort = options.port
  const handsetPorts = new Map<string, number>()
  const originOf = ({ id }: Handset) => {
    const port = handsetPorts.get(id)
    return port === undefined ? `http://${id}.localhost:${gatewayPort}` : listeners.originOf(port)
  }

  const production = platform('production', options)
  const control = controlRoutes({ handsets, originOf })
  const behindGateway = (handsetOf: (ctx: LineContext) => Handset) =>
    createLineApp({ platform: production, onMessage, gateway: gateway(handsetOf), control }).callback()

  const byHost = behindGateway(({ hostname }) => handsetOfHost(handsets, hostname))
  gatewayPort = await listeners.open(byHost, { port: options.port, option: 'port' })
  for (const [index, { id }] of handsets.all.entries()) {
    if (options.handsetPorts === 'none') break
    const port = options.handsetPorts === true ? 0 : options.handsetPorts + index
    const ownPort = await listeners.open(
      behindGateway(() => handsets.get(id)),
      { port, option: 'handsetPorts' },
    )
    handsetPorts.set(id, ownPort)
  }
  const testLine = createLineApp({ platform: platform('test', options), onMessage }).callback()
  const testLinePort = await listeners.open(testLine, { port: options.testLinePort, option: 'testLinePort' })

  return {
    origin: listeners.originOf(gatewayPort),
    testLineOrigin: listeners.originOf(testLinePort),
    handsetOrigin: (id) => originOf(handsets.get(id)),
  }
}

/** Each line remembers for itself: a token of one is unknown to the other. */
function platform(line: Line, { apps, now }: LinesOptions): Platform {
  return { line, apps, now, store: new Store(now) }
}
