// The process that a client SDK has to itself: it may end it or block it without taking the command with it.
import { once } from 'node:events'
import { reasonOf } from '../../reason'
import { runScenarios } from '../../run'
import { Unusable } from '../../unusable'
import { clientSuite } from '../suite'
import type { Order, Told } from './messages'

/** Told before anything that may end the process is done. */
function tell(told: Told): Promise<void> {
  return new Promise((resolve) => process.send?.(told, () => resolve()))
}

/** Tries the SDK that the command names, then ends the process, whatever timers the SDK has left open. */
export async function tryClientHere(): Promise<void> {
  // Ctrl-C reaches the whole group; the command decides what becomes of it.
  process.on('SIGINT', () => undefined)
  const { exit } = process
  const [{ address, ids, limitMs }] = (await once(process, 'message')) as [Order]
  try {
    const { subject, has } = await clientSuite.open({ address, control: null, credentials: null })
    for (const scenario of clientSuite.scenarios.filter(({ id }) => ids.includes(id))) {
      await tell({ began: scenario.id })
      const [result] = await runScenarios([scenario], subject, { has, limitMs })
      if (result) await tell({ result })
    }
    await tell({ done: true })
  } catch (error) {
    await tell({ unusable: reasonOf(error), paths: error instanceof Unusable ? error.paths : [] })
  }
  exit.call(process, 0)
}
