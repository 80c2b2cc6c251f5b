// Sign over HTTP beside a bare Koa app that calls `crypto.sign`.
import { createRedisServers } from '../../../packages/server/test/support/redis-servers'
import { type Bits, createKeys } from '../app'
import type { Bench, BenchContext } from '../bench'
import { type Comparison, compareTurns, takeTurns } from '../compare'
import { createFigure, type Figure } from '../figures'

const BASELINE = 'bare Koa + crypto.sign'
const STORES = ['SQLite', 'Redis'] as const

/** By size of the key and store: how much of the baseline's rate is to be reached. */
const GOALS: Readonly<Record<Bits, Readonly<Record<(typeof STORES)[number], number>>>> = {
  1024: { SQLite: 0.6, Redis: 0.6 },
  2048: { SQLite: 0.75, Redis: 0.9 },
}

async function compare(bits: Bits, redis: string, { processes, scale }: BenchContext): Promise<Figure[]> {
  const keys = createKeys(bits)
  const [generator, bare, sqliteServer, redisServer] = await Promise.all([
    processes.start('load-main'),
    processes.start('bare-main', { app: 'imageSign', keys }),
    processes.start('ours-main', { keys }),
    processes.start('ours-main', { keys, env: { LOCAL_NUMBER_STORE: redis } }),
  ])
  const contenders = [
    { name: BASELINE, server: bare },
    { name: 'SQLite', server: sqliteServer },
    { name: 'Redis', server: redisServer },
  ]
  const turns = await takeTurns(contenders, { generator, ask: 'imageSign', scale })
  return STORES.flatMap((store) =>
    describe(`sign, ${bits} bits, ${store}`, compareTurns(turns, store, BASELINE), GOALS[bits][store]),
  )
}

function describe(name: string, { perSecond, cpu, rateRatio, cpuRatio, invalid }: Comparison, atLeast: number) {
  return [
    createFigure({ name, value: perSecond, unit: '/s', baseline: BASELINE, ratio: rateRatio, atLeast, invalid }),
    createFigure({ name: `${name}: CPU`, value: cpu, unit: 'µs', baseline: BASELINE, ratio: cpuRatio }),
  ]
}

export const sign: Bench = {
  about: 'sign over HTTP ÷ bare Koa + crypto.sign',
  async run(context) {
    const redis = createRedisServers()
    try {
      const { address } = await redis.start()
      const figures: Figure[] = []
      for (const bits of [1024, 2048] as const) figures.push(...(await compare(bits, address, context)))
      return figures
    } finally {
      await redis.endAll()
    }
  },
}
