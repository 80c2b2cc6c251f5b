// The client suite with its subject in a process of its own, which a scenario that ends or blocks it costs, and no more.
import type { ChildProcess } from 'node:child_process'
import type { Result, RunOptions } from '../../run'
import type { RunnableSuite } from '../../suites'
import { Unusable } from '../../unusable'
import { clientScenarios } from '../scenarios'
import type { Told } from './messages'

/** A scenario is done in milliseconds: the phone's time is not ours. */
const LIMIT_MS = 10_000
/** The process has this much longer, to say itself that a scenario is not done. */
const GRACE_MS = 1_000

type Options = Omit<RunOptions, 'has'>

/** @param start a new process that runs `tryClientHere` */
export function clientApart(start: () => ChildProcess): RunnableSuite {
  return {
    scenarios: clientScenarios,
    async run({ address }, ids, options) {
      const results: Result[] = []
      const left = () => clientScenarios.filter(({ id }) => ids.has(id) && !results.some((result) => result.id === id))
      while (left().length > 0 && !options.stop?.aborted) {
        const told = (result: Result) => {
          results.push(result)
          options.onResult?.(result)
        }
        await oneProcess(start(), { address, ids: left().map(({ id }) => id), options, told })
      }
      return results
    },
  }
}

interface Task {
  readonly address: string
  readonly ids: readonly string[]
  readonly options: Options
  told(result: Result): void
}

/** Until all is done, or until a scenario has ended the process: that one has failed. @throws Unusable */
function oneProcess(child: ChildProcess, { address, ids, options, told }: Task): Promise<void> {
  const { limitMs = LIMIT_MS, stop } = options
  return new Promise((resolve, reject) => {
    let underWay: string | null = null
    let since = performance.now()
    let ending = 'ended the process'
    let unusable: Unusable | null = null
    const kill = () => child.kill('SIGKILL')
    const block = () => {
      ending = `not done within ${limitMs} ms: it blocked the process`
      kill()
    }
    let timer = setTimeout(block, limitMs + GRACE_MS)
    stop?.addEventListener('abort', kill, { once: true })
    child.on('message', (message: Told) => {
      clearTimeout(timer)
      timer = setTimeout(block, limitMs + GRACE_MS)
      if ('began' in message) {
        ;[underWay, since] = [message.began, performance.now()]
        options.onStart?.(message.began)
      }
      if ('unusable' in message) unusable = new Unusable(message.unusable, message.paths)
      if ('done' in message) ids = []
      if (!('result' in message)) return
      underWay = null
      told(message.result)
    })
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(timer)
      stop?.removeEventListener('abort', kill)
      const scenario = clientScenarios.find(({ id }) => id === underWay)
      if (unusable !== null) return reject(unusable)
      if (stop?.aborted || ids.length === 0) return resolve()
      if (!scenario) return reject(new Unusable(`the module of the client SDK, or createSdk({ wx }), ${ending}`))
      const { id, title, source, basis } = scenario
      told({
        id,
        title,
        source,
        ...(basis && { basis }),
        status: 'failed',
        reason: ending,
        ms: performance.now() - since,
      })
      resolve()
    })
    child.send({ address, ids, limitMs })
  })
}
