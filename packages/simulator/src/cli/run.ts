// Starts what the flags and the environment describe, says where it is, and stops it on a signal.
import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { ConfigError } from '../env/read'
import { SimulatorError, type SimulatorErrorCode } from '../errors'
import { type Simulator, startSimulator } from '../simulator'
import type { Flags } from './command'
import { CliError } from './errors'
import { prepare } from './prepare'
import { welcome } from './welcome'

export async function run(flags: Flags, process: NodeJS.Process): Promise<void> {
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    const prepared = await prepare(flags, process.env, print)
    const simulator = await startSimulator(prepared.options)
    stopOnSignal(simulator, process)
    // Whoever read what it says has gone, and with them whoever could stop it.
    process.stdout.on('error', () => void simulator.stop())
    for (const line of await welcome(simulator, prepared)) print(line)
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = 1
  }
}

interface Stoppable extends EventEmitter {
  exit(code: number): unknown
}

/** The second signal ends a stop that takes too long. */
export function stopOnSignal(simulator: Pick<Simulator, 'stop'>, process: Stoppable): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) {
        process.exit(128 + constants.signals[signal])
      } else {
        stopping = true
        simulator.stop()
      }
    })
  }
}

/** What the options are called here. */
const BY_CODE: Partial<Record<SimulatorErrorCode, string>> = {
  portTaken:
    '. --port moves all of them; SIMULATOR_TEST_LINE_PORT, SIMULATOR_ADMIN_PORT and SIMULATOR_HANDSET_PORT, one.',
  portUnusable: '. See --port and SIMULATOR_HANDSET_PORT.',
  databaseInUse: ': --data.',
  databaseUnusable: ': --data.',
}

/** An error that was foreseen speaks for itself; any other is a fault of ours and keeps its stack. */
function messageOf(error: unknown): string {
  if (error instanceof SimulatorError) return `${error.message}${BY_CODE[error.code] ?? ''}`
  if (error instanceof CliError || error instanceof ConfigError) return error.message
  if (error instanceof Error && 'syscall' in error) {
    return `${error.message}: look at --port, SIMULATOR_HOST and SIMULATOR_ADMIN_HOST`
  }
  throw error
}
