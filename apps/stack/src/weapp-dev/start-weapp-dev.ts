// Runs simulator and backend, and Taro's watch build of the demo for their addresses.
import type { Environment } from '../config'
import { type Addresses, formatServiceLines, toAddresses } from '../service-lines'
import { startStack } from '../start-stack'
import { formatDevToolsSteps, formatPhoneSteps } from './next-steps'
import { type Watching, watchWithTaro } from './taro-watch'

export interface WeappDevOptions {
  readonly demoFolder: string
  readonly env: Environment
  /** Listens on every address and builds the demo for this one. `null` listens on this machine only. */
  readonly lan: string | null
  readonly print: (text: string) => void
}

/** The shell's HOST is ignored: only an option may open the stack to a network. */
const LOOPBACK = '127.0.0.1'
const EVERY_ADDRESS = '0.0.0.0'

/**
 * Starts everything, and watches the demo's sources until it is stopped.
 *
 * @throws what {@link startStack} throws
 */
export async function startWeappDev({ demoFolder, env, lan, print }: WeappDevOptions): Promise<Watching> {
  const stack = await startStack({
    env: { ...env, SIMULATOR_DEVTOOLS: 'yes', HOST: lan ? EVERY_ADDRESS : LOOPBACK },
    onCarrierMessage: (line) => print(`  ${line}`),
  })
  const addresses = lan ? moveAddresses(toAddresses(stack), lan) : toAddresses(stack)
  for (const line of formatServiceLines(addresses, env)) print(line)
  print('demo       Taro is building it for WeChat…')
  let next = [...formatDevToolsSteps(demoFolder), ...(lan ? formatPhoneSteps(lan) : [])]
  const taro = watchWithTaro({
    folder: demoFolder,
    env: createBuildEnvironment(addresses, env),
    onBuild: (result) => {
      print(`demo       ${result}`)
      for (const line of next) print(line)
      next = []
    },
  })
  return {
    ended: taro.ended.finally(() => stack.stop()),
    stop: () => taro.stop(),
  }
}

/** Replaces the loopback address for a phone. The console stays on this machine. */
function moveAddresses({ simulator, console, backend }: Addresses, host: string): Addresses {
  const move = (url: string) => url.replace(LOOPBACK, host)
  return { simulator: move(simulator), console, backend: move(backend) }
}

function createBuildEnvironment({ simulator, console, backend }: Addresses, env: Environment): NodeJS.ProcessEnv {
  const addresses = { DEMO_BACKEND_URL: backend, DEMO_CARRIER_ORIGIN: simulator, DEMO_CONSOLE_ORIGIN: console }
  return { ...env, NODE_ENV: 'development', ...addresses }
}
