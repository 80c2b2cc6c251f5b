// The process of a client SDK, which the SDK may end or block without affecting the command.
import { once } from 'node:events'
import { toReason } from '../../reason'
import { runScenarios } from '../../run'
import { Unusable } from '../../unusable'
import { clientSuite } from '../suite'
import type { ProcessMessage, RunRequest } from './messages'

/** Resolves when the message is sent: what follows may end the process. */
function sendMessage(message: ProcessMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()))
}

/** Tests the SDK that the command names, then ends the process even if the SDK has open timers. */
export async function runClientProcess(): Promise<void> {
  // Ctrl-C reaches all processes of the group. The command decides when this one ends.
  process.on('SIGINT', () => undefined)
  const { exit } = process
  const [{ address, ids, limitMs }] = (await once(process, 'message')) as [RunRequest]
  try {
    const { subject, has } = await clientSuite.open({ address, control: null, credentials: null })
    for (const scenario of clientSuite.scenarios.filter(({ id }) => ids.includes(id))) {
      await sendMessage({ began: scenario.id })
      const [result] = await runScenarios([scenario], subject, { has, limitMs })
      if (result) await sendMessage({ result })
    }
    await sendMessage({ done: true })
  } catch (error) {
    await sendMessage({ unusable: toReason(error), paths: error instanceof Unusable ? error.paths : [] })
  }
  exit.call(process, 0)
}
