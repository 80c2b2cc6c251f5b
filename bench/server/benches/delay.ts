// How long the event loop lets others wait at full load, above what an idle process shows on this machine.
import { setTimeout as wait } from 'node:timers/promises'
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { takeTurns } from '../compare'
import { createFigure } from '../figures'

export const delay: Bench = {
  about: 'event-loop delay at full load',
  async run({ processes, scale }) {
    const keys = createKeys(1024)
    const [generator, server] = await Promise.all([
      processes.start('load-main'),
      processes.start('ours-main', { keys }),
    ])
    const measure = async (work: () => Promise<unknown>) => {
      await server.ask('startDelay')
      await work()
      return server.ask<number>('stopDelay')
    }
    // One long turn.
    const seconds = scale.rounds * scale.seconds
    const sign = (rounds: number) =>
      takeTurns([{ name: 'ours', server }], { generator, ask: 'imageSign', scale: { ...scale, rounds, seconds } })
    await sign(0)
    const idle = await measure(() => wait(seconds * 1000))
    const busy = await measure(() => sign(1))
    return [
      createFigure({ name: 'event-loop delay p99, idle', value: idle, unit: 'ms' }),
      createFigure({
        name: 'event-loop delay p99 at full load, above idle',
        value: busy - idle,
        unit: 'ms',
        atMost: 10,
      }),
    ]
  },
}
