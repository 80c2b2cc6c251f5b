// The child's side of a bench process: answers what the parent asks over IPC.
import { performance } from 'node:perf_hooks'

type Answers = Readonly<Record<string, (facts: never) => unknown>>

/** What every bench process can say of itself. */
export interface Usage {
  /** User and system time of all threads since the start, in µs. */
  readonly cpu: number
  /** How long the event loop has worked since the start, in ms, and how long it has waited. */
  readonly active: number
  readonly idle: number
}

function readUsage(): Usage {
  const { user, system } = process.cpuUsage()
  const { active, idle } = performance.eventLoopUtilization()
  return { cpu: user + system, active, idle }
}

/** What the parent passed to this process. */
export function readOptions<Options>(): Options {
  return JSON.parse(process.argv[2] ?? '{}')
}

/** @param place where the process listens, if it does */
export function answerParent(answers: Answers, place: { readonly url?: string } = {}): void {
  const all: Answers = { usage: readUsage, ...answers }
  process.on('message', async ({ id, name, facts }: { id: number; name: string; facts: never }) => {
    try {
      process.send?.({ id, answer: await all[name]?.(facts) })
    } catch (error) {
      process.send?.({ id, error: (error as Error).stack })
    }
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ id: 0, answer: place })
}
