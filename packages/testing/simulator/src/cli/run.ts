// Starts a simulator from flags and environment, prints where it is, and stops it on a signal.
import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { type Simulator, startSimulator } from '../simulator'
import type { Flags } from './command'
import { prepare } from './prepare'
import { toStartMessage } from './start-errors'
import { createWelcome } from './welcome'

export async function run(flags: Flags, process: NodeJS.Process): Promise<void> {
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  try {
    const prepared = await prepare(flags, process.env, print)
    const simulator = await startSimulator(prepared.options)
    stopOnSignal(simulator, process)
    // The program that read the output has ended: nothing else would stop the simulator.
    process.stdout.on('error', () => void stop(simulator, process))
    for (const line of await createWelcome(simulator, prepared)) print(line)
  } catch (error) {
    process.stderr.write(`${toStartMessage(error, flags)}\n`)
    process.exitCode = 1
  }
}

interface Terminal extends EventEmitter {
  readonly stderr: { write(text: string): unknown }
  exit(code: number): unknown
}

/** The second signal ends a stop that takes too long. */
export function stopOnSignal(simulator: Pick<Simulator, 'stop'>, process: Terminal): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) {
        process.exit(128 + constants.signals[signal])
      } else {
        isStopping = true
        void stop(simulator, process)
      }
    })
  }
}

/** What could not be closed would keep the process running. */
async function stop(simulator: Pick<Simulator, 'stop'>, process: Terminal): Promise<void> {
  try {
    await simulator.stop()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`The simulator was ended before it could stop (${reason}): the next start checks its data.\n`)
    process.exit(1)
  }
}
