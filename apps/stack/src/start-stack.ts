// Simulator, backend and demo in one process. Each learns the addresses and keys of the others.
import { type Backend, createDemoStores, loadConfig, prepareDemoKeys, startBackend } from '@local-number/backend'
import { type Simulator, startSimulator } from '@local-number/simulator'
import { formatMessage, readEnvironment } from '@local-number/simulator/env'
import { CONSENT_VERSION, type Environment, readStackConfig, type StackConfig } from './config'
import { prepareDemoCertificate } from './demo-certificate'
import { type RunningServer, startDemoServer } from './demo-server'
import { StackError } from './errors'
import { createBackendEnvironment, createSimulatorEnvironment } from './stack-environment'
import { allowManyMessages, createSmsEnvironment, type VerifyCaptcha } from './text-messages'

export interface StackOptions {
  /** Folder of the demo's H5 build. @default null, no demo */
  readonly demoFolder?: string
  /** Variables of the stack, and overrides for the simulator and the backend. @default {} */
  readonly env?: Environment
  /** Serves the demo over https as well, with a self-signed certificate. @default false */
  readonly secure?: boolean
  /** The captcha that the fourth message of a session needs. @default what the variables set up, or none */
  readonly verifyCaptcha?: VerifyCaptcha
  /** Clock of carrier and backend, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Receives one masked line per message that the carrier handles. */
  readonly onCarrierMessage?: (line: string) => void
}

export interface Stack {
  readonly simulator: Simulator
  readonly backend: Backend
  readonly demo: RunningServer | null
  /** The demo over https. */
  readonly secureDemo: RunningServer | null
  stop(): Promise<void>
}

/**
 * Starts everything. If one part fails, those that already started are stopped.
 *
 * @throws ConfigError for wrong variables, StackError `portTaken`, `portUnusable`, and the other errors of the parts
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { env = {}, now, verifyCaptcha, onCarrierMessage } = options
  const config = readStackConfig(env)
  const keys = await prepareDemoKeys(config.DATA_DIR)
  const { stores, clearDailyCounts } = createDemoStores(now)
  const stops: Array<() => Promise<unknown>> = []
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart()
  }
  try {
    const simulator = await startSimulator({
      ...readEnvironment(createSimulatorEnvironment(config, keys.customerPublicKey, env)),
      now,
      onChecksCleared: clearDailyCounts,
      onMessage: (message) => onCarrierMessage?.(formatMessage(message)),
    }).catch(createPortErrorHandler('simulator'))
    stops.push(() => simulator.stop())
    const { HOST, PORT, ...settings } = createBackendEnvironment(config, simulator)
    // HOST and PORT of the shell do not apply to the backend of a stack.
    const messages = createSmsEnvironment(simulator, env.SIMULATOR_ADMIN_TOKEN)
    const backendConfig = loadConfig({ ...env, HOST, PORT }, { ...keys.env, ...settings, ...messages })
    const sms = allowManyMessages(backendConfig.server, verifyCaptcha)
    const overrides = { now, stores, ...sms, portSetting: 'BACKEND_PORT', stopNoticeMs: 0 }
    const backend = await startBackend(backendConfig, overrides).catch(createPortErrorHandler('backend'))
    stops.push(() => backend.close())
    const demos = await startDemos(config, { simulator, backend }, options).catch(createPortErrorHandler('demo'))
    for (const demo of demos) stops.push(() => demo.close())
    const [demo = null, secureDemo = null] = demos
    return { simulator, backend, demo, secureDemo, stop }
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
  httpsEditionPort: 'SIMULATOR_HTTPS_EDITION_PORT',
  httpsEditionTestLinePort: 'SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT',
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

/** Starts the demo over http, and over https if asked to. */
async function startDemos(
  config: StackConfig,
  { simulator, backend }: Pick<Stack, 'simulator' | 'backend'>,
  { demoFolder: folder, secure, now = Date.now }: StackOptions,
): Promise<readonly RunningServer[]> {
  if (folder === undefined) return []
  const settings = {
    host: config.HOST,
    folder,
    backendPort: Number(new URL(backend.url).port),
    carrierPort: Number(new URL(simulator.origin).port),
    consolePort: Number(new URL(simulator.adminOrigin).port),
    appId: simulator.apps[0]?.appId ?? '',
    consentVersion: CONSENT_VERSION,
  }
  const demo = await startDemoServer({ ...settings, port: config.DEMO_PORT, portSetting: 'DEMO_PORT' })
  if (!secure) return [demo]
  try {
    const tls = await prepareDemoCertificate(config.DATA_DIR, ['localhost', '127.0.0.1'], now())
    const place = { port: config.DEMO_HTTPS_PORT, portSetting: 'DEMO_HTTPS_PORT' }
    return [demo, await startDemoServer({ ...settings, ...place, tls })]
  } catch (error) {
    await demo.close()
    throw error
  }
}
