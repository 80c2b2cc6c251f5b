// What a sign costs above the bare app, feature by feature: each server has one more than the server before it.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { compareTurns, takeTurns } from '../compare'
import { createFigure } from '../figures'
import { LAYERS } from '../layers'

const BASELINE = 'bare Koa + crypto.sign'

/** Of all features together, in µs of CPU. */
const GOAL_US = 150

const ABOUT = {
  core: 'API: body, pre-sign, ids, answer',
  limits: 'limits by address',
  memory: 'memory stores',
  sqlite: 'SQLite instead of memory',
  service: 'headers, origins, proxies',
  full: 'logs',
} as const

export const layers: Bench = {
  about: 'CPU of a sign above the bare app, by feature',
  async run({ processes, scale }) {
    const keys = createKeys(1024)
    const [generator, bare, ...ours] = await Promise.all([
      processes.start('load-main'),
      processes.start('bare-main', { app: 'imageSign', keys }),
      ...LAYERS.map((layer) => processes.start('ours-main', { keys, layer })),
    ])
    const contenders = [
      { name: BASELINE, server: bare },
      ...LAYERS.flatMap((name, place) => (ours[place] ? [{ name, server: ours[place] }] : [])),
    ]
    const turns = await takeTurns(contenders, { generator, ask: 'imageSign', scale })
    const items = LAYERS.map((layer, place) => {
      const { cpuAbove } = compareTurns(turns, layer, LAYERS[place - 1] ?? BASELINE)
      return createFigure({ name: `CPU of ${ABOUT[layer]}`, value: cpuAbove, unit: 'µs' })
    })
    const { cpuAbove, cpu } = compareTurns(turns, 'full', BASELINE)
    return [
      createFigure({ name: `CPU of ${BASELINE}`, value: cpu - cpuAbove, unit: 'µs' }),
      ...items,
      createFigure({ name: 'CPU above the bare app, all', value: cpuAbove, unit: 'µs', atMost: GOAL_US }),
    ]
  },
}
