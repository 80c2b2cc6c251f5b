// The client suite with its subject in a process of its own. If a scenario ends or blocks it, another process starts.
import type { ChildProcess } from 'node:child_process'
import type { Result, RunOptions } from '../../run'
import type { RunnableSuite } from '../../suites'
import { Unusable } from '../../unusable'
import { clientScenarios } from '../scenarios'
import type { ProcessMessage } from './messages'

/** Scenarios take milliseconds: the phone's time is simulated. */
const LIMIT_MS = 10_000
/** Additional milliseconds in which the process can report by itself that a scenario took too long. */
const GRACE_MS = 1_000

/** @param start starts a process that runs `runClientProcess` */
export function createIsolatedClientSuite(start: () => ChildProcess): RunnableSuite {
  return {
    scenarios: clientScenarios,
    async run({ address }, ids, options) {
      const results: Result[] = []
      const listLeft = () =>
        clientScenarios.map(({ id }) => id).filter((id) => ids.has(id) && !results.some((result) => result.id === id))
      const onResult = (result: Result) => {
        results.push(result)
        options.onResult?.(result)
      }
      for (let left = listLeft(); left.length > 0 && !options.stop?.aborted; left = listLeft()) {
        await runInProcess(start(), { address, ids: left, options: { ...options, onResult } })
      }
      return results
    },
  }
}

interface Task {
  readonly address: string
  readonly ids: readonly string[]
  readonly options: Omit<RunOptions, 'has' | 'onResult'> & Required<Pick<RunOptions, 'onResult'>>
}

/** The scenario that the process runs. */
interface Running {
  readonly id: string
  readonly startedAt: number
}

/**
 * Runs scenarios until all are done, or until one ends the process and so fails.
 *
 * @throws Unusable if the module cannot be tested
 */
function runInProcess(child: ChildProcess, { address, ids, options }: Task): Promise<void> {
  const { limitMs = LIMIT_MS, stop, onStart, onResult } = options
  let running: Running | null = null
  let isDone = false
  let ending = 'ended the process'
  let unusable: Unusable | null = null

  const kill = () => child.kill('SIGKILL')
  const startTimer = () =>
    setTimeout(() => {
      ending = `did not finish within ${limitMs} ms: it blocked the process`
      kill()
    }, limitMs + GRACE_MS)
  let timer = startTimer()
  stop?.addEventListener('abort', kill, { once: true })

  child.on('message', (message: ProcessMessage) => {
    clearTimeout(timer)
    timer = startTimer()
    if ('began' in message) {
      running = { id: message.began, startedAt: performance.now() }
      onStart?.(message.began)
    } else if ('result' in message) {
      running = null
      onResult(message.result)
    } else if ('unusable' in message) unusable = new Unusable(message.unusable, message.paths)
    else isDone = true
  })

  const finish = () => {
    clearTimeout(timer)
    stop?.removeEventListener('abort', kill)
    if (unusable) throw unusable
    if (stop?.aborted || isDone) return
    if (!running) throw new Unusable(`the module of the client SDK, or createSdk({ wx }), ${ending}`)
    onResult(toFailure(running, ending))
  }
  child.send({ address, ids, limitMs })
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).then(finish)
}

function toFailure({ id, startedAt }: Running, reason: string): Result {
  const scenario = clientScenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw new Unusable(`the process of the client SDK reported an unknown scenario: ${id}`)
  const { title, source, basis } = scenario
  const facts = { id: scenario.id, title, source, ...(basis && { basis }) }
  return { ...facts, status: 'failed', reason, ms: performance.now() - startedAt }
}
