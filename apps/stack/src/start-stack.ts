// Simulator, backend and demo in one process, introduced to each other: each learns the others' addresses and keys.
import { type Backend, loadConfig, prepareDemoKeys, startBackend } from '@local-number/backend'
import { type Simulator, startSimulator } from '@local-number/simulator'
import { formatMessage, readEnvironment } from '@local-number/simulator/env'
import { CONSENT_VERSION, type Environment, readStackConfig, type StackConfig } from './config'
import { type RunningServer, startDemoServer } from './demo-server'
import { StackError } from './errors'
import { privateAddresses } from './weapp-dev/lan'

const LOOPBACK = '127.0.0.1'

export interface StackOptions {
  /** The folder of the demo's H5 build; without it there is no demo. */
  readonly demoFolder?: string
  /** Variables for the simulator and the backend, above the stack's own. */
  readonly env?: Environment
  /** Serves the demo over https. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Milliseconds since 1970, for carrier and backend. Default: `Date.now`. */
  readonly now?: () => number
  /** One masked line per message that the carrier sees. */
  readonly onCarrierMessage?: (line: string) => void
}

export interface Stack {
  readonly simulator: Simulator
  readonly backend: Backend
  readonly demo: RunningServer | null
  stop(): Promise<void>
}

/**
 * Starts everything, or nothing: what had started is stopped again when a later part fails.
 *
 * @throws ConfigError for wrong variables, StackError `portTaken`, `portUnusable`, and the other errors of the parts
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { env = {}, now, onCarrierMessage: print } = options
  const config = readStackConfig(env)
  const keys = await prepareDemoKeys(config.DATA_DIR)
  const started: Array<() => Promise<unknown>> = []
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    const simulator = await startSimulator({
      ...readEnvironment(simulatorEnv(config, keys.customerPublicKey, env)),
      now,
      onMessage: (message) => print?.(formatMessage(message)),
    }).catch(named('simulator'))
    started.push(() => simulator.stop())
    const { HOST, PORT, ...settings } = backendEnv(config, simulator)
    // A PORT or HOST that the shell happens to hold is not meant for the backend of a stack.
    const backendConfig = loadConfig({ ...env, HOST, PORT }, { ...keys.env, ...settings })
    const backend = await startBackend(backendConfig, { now, portSetting: 'BACKEND_PORT' }).catch(named('backend'))
    started.push(() => backend.close())
    const demo = options.demoFolder
      ? await startDemo(config, { simulator, backend }, options).catch(named('demo'))
      : null
    if (demo) started.push(() => demo.close())
    return { simulator, backend, demo, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The variables of this stack for the simulator's options, which the simulator's errors name. */
const VARIABLES: Readonly<Record<string, string>> = {
  port: 'SIMULATOR_PORT',
  testLinePort: 'SIMULATOR_TEST_LINE_PORT',
  adminPort: 'SIMULATOR_ADMIN_PORT',
  handsetPorts: 'SIMULATOR_HANDSET_PORT',
}

const PORT_CODES = ['portTaken', 'portUnusable'] as const

/** For `catch`: an error about a port says which part of the stack wanted it, and which variable moves it. */
function named(part: 'simulator' | 'backend' | 'demo') {
  return (error: Error & { code?: string; option?: string }): never => {
    const code = PORT_CODES.find((known) => known === error.code)
    if (code === undefined) throw error
    const variable = VARIABLES[error.option ?? '']
    throw new StackError(
      code,
      `${part}: ${error.message}${variable ? `. The variable of this stack is ${variable}.` : ''}`,
    )
  }
}

function simulatorEnv(config: StackConfig, customerPublicKey: string, env: Environment): Environment {
  return {
    SIMULATOR_CUSTOMER_PUBLIC_KEY: customerPublicKey,
    SIMULATOR_PAGE_ORIGINS: demoOrigins(config).join(','),
    ...env,
    SIMULATOR_HOST: config.HOST,
    SIMULATOR_PORT: String(config.SIMULATOR_PORT),
    SIMULATOR_TEST_LINE_PORT: String(config.SIMULATOR_TEST_LINE_PORT),
    SIMULATOR_ADMIN_PORT: String(config.SIMULATOR_ADMIN_PORT),
    SIMULATOR_HANDSET_PORT: String(config.SIMULATOR_HANDSET_PORT),
  }
}

/** Where a phone on this machine's network finds the demo, whose page asks the simulator which phone it is on. */
function demoOrigins({ HOST, DEMO_PORT }: StackConfig): readonly string[] {
  if (HOST === LOOPBACK) return []
  return privateAddresses().map((address) => new URL(`http://${address}:${DEMO_PORT}`).origin)
}

function backendEnv(config: StackConfig, { apps, origin }: Simulator): Environment {
  const [app] = apps
  return {
    NODE_ENV: 'development',
    HOST: config.HOST,
    PORT: String(config.BACKEND_PORT),
    LOG_LEVEL: 'warn',
    LOCAL_NUMBER_APP_ID: app?.appId,
    LOCAL_NUMBER_APP_KEY: app?.appKey,
    LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: app?.platformPublicKey,
    LOCAL_NUMBER_VERIFY_ORIGIN: origin,
    LOCAL_NUMBER_CONSENT_VERSIONS: CONSENT_VERSION,
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
