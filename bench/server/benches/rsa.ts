// `rsaUtils.sign` beside `crypto.sign`: the same key, mode and concurrency, in one process, without a server.
import type { Bench } from '../bench'
import { createFigure, findMedian } from '../figures'

interface RsaTurn {
  readonly ours: number
  readonly bare: number
}

export const rsa: Bench = {
  about: 'rsaUtils.sign ÷ crypto.sign',
  async run({ processes, scale }) {
    const child = await processes.start('rsa-main')
    const figures = []
    for (const bits of [1024, 2048] as const) {
      const turns: RsaTurn[] = []
      for (let round = 0; round <= 2 * scale.rounds; round += 1) {
        turns.push(await child.ask<RsaTurn>('turn', { bits, seconds: scale.seconds / 2 }))
      }
      const counted = turns.slice(1)
      figures.push(
        createFigure({
          name: `rsaUtils.sign, ${bits} bits`,
          value: findMedian(counted.map(({ ours }) => ours)),
          unit: '/s',
          baseline: 'crypto.sign',
          ratio: findMedian(counted.map(({ ours, bare }) => ours / bare)),
          atLeast: 0.95,
        }),
      )
    }
    return figures
  },
}
