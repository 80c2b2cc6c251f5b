// Simulator and backend, with Taro's watch build of the demo beside them, built for their addresses.
import { type Addresses, addressesOf, serviceLines } from '../announcement'
import type { Environment } from '../config'
import { startStack } from '../start-stack'
import { devToolsSteps, phoneSteps } from './next-steps'
import { type Watching, watchWithTaro } from './taro-watch'

export interface WeappDevOptions {
  readonly demoFolder: string
  readonly env: Environment
  /** Listens on the whole network and builds for this address of it; `null` stays on this machine. */
  readonly lan: string | null
  readonly print: (text: string) => void
}

/** Not the shell's HOST: what is open to a network is asked for by name. */
const LOOPBACK = '127.0.0.1'
const EVERY_ADDRESS = '0.0.0.0'

/**
 * Starts everything, or nothing; the watch build goes on by itself.
 *
 * @throws what {@link startStack} throws
 */
export async function startWeappDev({ demoFolder, env, lan, print }: WeappDevOptions): Promise<Watching> {
  const stack = await startStack({
    env: { ...env, SIMULATOR_DEVTOOLS: 'yes', HOST: lan ? EVERY_ADDRESS : LOOPBACK },
    onCarrierMessage: (line) => print(`  ${line}`),
  })
  const addresses = lan ? asSeenFrom(addressesOf(stack), lan) : addressesOf(stack)
  for (const line of serviceLines(addresses, env)) print(line)
  print('demo       Taro is building it for WeChat…')
  let next = [...devToolsSteps(demoFolder), ...(lan ? phoneSteps(lan) : [])]
  const taro = watchWithTaro({
    folder: demoFolder,
    env: builtFor(addresses, env),
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

/** The console stays on this machine. */
function asSeenFrom({ simulator, console, backend }: Addresses, host: string): Addresses {
  const there = (url: string) => url.replace(LOOPBACK, host)
  return { simulator: there(simulator), console, backend: there(backend) }
}

function builtFor({ simulator, backend }: Addresses, env: Environment): NodeJS.ProcessEnv {
  return { ...env, NODE_ENV: 'development', DEMO_BACKEND_URL: backend, DEMO_CARRIER_ORIGIN: simulator }
}
