// Whether the heap grows with the number of signs, after garbage collection: in SQLite, which keeps them outside of it.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { createFigure } from '../figures'
import type { LoadFacts } from '../load-main'

const ROUNDS = 10
/** Bytes by which a sign may grow the heap: an id that stays would be more. */
const MOST_PER_SIGN = 16

export const heap: Bench = {
  about: 'heap after garbage collection over many signs',
  isSlow: true,
  async run({ processes, signs, note }) {
    const [generator, server] = await Promise.all([
      processes.start('load-main'),
      processes.start('ours-main', { keys: createKeys(1024) }, ['--expose-gc']),
    ])
    const requests = Math.ceil(signs / ROUNDS)
    const facts: LoadFacts = { ask: 'imageSign', urls: [server.url], requests, connections: 32 }
    const sizes: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await generator.ask('prepare', facts)
      await generator.ask('load')
      sizes.push(await server.ask<number>('heap'))
    }
    note(`heap by round, MB: ${sizes.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ')}`)
    const name = `heap slope over ${requests * ROUNDS} signs`
    return [
      createFigure({ name, value: fitSlope(sizes.slice(1)) / requests, unit: 'bytes per sign', atMost: MOST_PER_SIGN }),
    ]
  },
}

/** Of the line of best fit. */
function fitSlope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const rise = values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0)
  return rise / values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0)
}
