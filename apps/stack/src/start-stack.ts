// Simulator, backend and demo in one process. Each learns the addresses and keys of the others.
import { type Backend, loadConfig, prepareDemoKeys, startBackend } from '@local-number/backend'
import { type Simulator, startSimulator } from '@local-number/simulator'
import { formatMessage, readEnvironment } from '@local-number/simulator/env'
import { CONSENT_VERSION, type Environment, readStackConfig, type StackConfig } from './config'
import { type RunningServer, startDemoServer, type Tls } from './demo-server'
import { StackError } from './errors'
import { createBackendEnvironment, createSimulatorEnvironment } from './stack-environment'

export interface StackOptions {
  /** Folder of the demo's H5 build. @default null, no demo */
  readonly demoFolder?: string
  /** Variables of the stack, and overrides for the simulator and the backend. @default {} */
  readonly env?: Environment
  /** Serves the demo over https. @default http */
  readonly tls?: Tls
  /** Clock of carrier and backend, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Receives one masked line per message that the carrier handles. */
  readonly onCarrierMessage?: (line: string) => void
}

export interface Stack {
  readonly simulator: Simulator
  readonly backend: Backend
  readonly demo: RunningServer | null
  stop(): Promise<void>
}

/**
 * Starts everything. If one part fails, those that already started are stopped.
 *
 * @throws ConfigError for wrong variables, StackError `portTaken`, `portUnusable`, and the other errors of the parts
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { env = {}, now, onCarrierMessage } = options
  const config = readStackConfig(env)
  const keys = await prepareDemoKeys(config.DATA_DIR)
  const stops: Array<() => Promise<unknown>> = []
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart()
  }
  try {
    const simulator = await startSimulator({
      ...readEnvironment(createSimulatorEnvironment(config, keys.customerPublicKey, env)),
      now,
      onMessage: (message) => onCarrierMessage?.(formatMessage(message)),
    }).catch(createPortErrorHandler('simulator'))
    stops.push(() => simulator.stop())
    const { HOST, PORT, ...settings } = createBackendEnvironment(config, simulator)
    // HOST and PORT of the shell do not apply to the backend of a stack.
    const backendConfig = loadConfig({ ...env, HOST, PORT }, { ...keys.env, ...settings })
    const backend = await startBackend(backendConfig, { now, portSetting: 'BACKEND_PORT' }).catch(
      createPortErrorHandler('backend'),
    )
    stops.push(() => backend.close())
    const demo = options.demoFolder
      ? await startDemo(config, { simulator, backend }, options).catch(createPortErrorHandler('demo'))
      : null
    if (demo) stops.push(() => demo.close())
    return { simulator, backend, demo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The stack's variables by the simulator's options, which the simulator's errors name. */
const VARIABLES: Readonly<Record<string, string>> = {
  port: 'SIMULATOR_PORT',
  testLinePort: 'SIMULATOR_TEST_LINE_PORT',
  adminPort: 'SIMULATOR_ADMIN_PORT',
  handsetPorts: 'SIMULATOR_HANDSET_PORT',
}

const PORT_CODES = ['portTaken', 'portUnusable'] as const

/** Creates a `catch` handler that adds to an error about a port which part needs it, and which variable changes it. */
function createPortErrorHandler(part: 'simulator' | 'backend' | 'demo') {
  return (error: Error & { code?: string; option?: string }): never => {
    const code = PORT_CODES.find((known) => known === error.code)
    if (code === undefined) throw error
    const variable = VARIABLES[error.option ?? '']
    const message = variable ? error.message.replace(`the option ${error.option}`, variable) : error.message
    throw new StackError(code, `${part}: ${message}`)
  }
}

function startDemo(
  config: StackConfig,
  { simulator, backend }: Pick<Stack, 'simulator' | 'backend'>,
  { demoFolder = '', tls }: StackOptions,
): Promise<RunningServer> {
  return startDemoServer({
    host: config.HOST,
    port: config.DEMO_PORT,
    folder: demoFolder,
    backendPort: Number(new URL(backend.url).port),
    carrierPort: Number(new URL(simulator.origin).port),
    appId: simulator.apps[0]?.appId ?? '',
    consentVersion: CONSENT_VERSION,
    tls,
  })
}
