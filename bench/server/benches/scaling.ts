// Logins per second with one and with two processes on one Redis, and what each part of the system spends on a login:
// from that, `docs/en/scaling.md` computes what more machines can do.
import { createRedisServers, type RedisServer } from '../../../packages/server/test/support/redis-servers'
import { createKeys } from '../app'
import type { Bench, BenchContext } from '../bench'
import { describeSaturation } from '../compare'
import { createFigure, type Figure } from '../figures'
import type { LoadFacts, LoadReport } from '../load-main'
import type { BenchProcess } from '../processes'

const CONNECTIONS = 64

interface RedisUsage {
  /** In µs since its start. */
  readonly cpu: number
  readonly commands: number
  readonly bytes: number
}

async function readRedis({ client }: RedisServer): Promise<RedisUsage> {
  const info = await client.info()
  const read = (field: string) => Number(new RegExp(`^${field}:([\\d.]+)`, 'm').exec(info)?.[1])
  return {
    cpu: (read('used_cpu_user') + read('used_cpu_sys')) * 1e6,
    commands: read('total_commands_processed'),
    bytes: read('used_memory_dataset'),
  }
}

interface Measured {
  readonly perSecond: number
  readonly busy: number
  /** CPU for each login, in µs: of the servers together, of Redis, of the platform's stand-in. */
  readonly cpu: Readonly<Record<'servers' | 'redis' | 'platform', number>>
  readonly commands: number
  readonly bytes: number
}

interface Parts {
  readonly generator: BenchProcess
  readonly servers: readonly BenchProcess[]
  readonly platform: BenchProcess
  readonly redis: RedisServer
}

const readCpu = async (processes: readonly BenchProcess[]) => {
  const usages = await Promise.all(processes.map((each) => each.readUsage()))
  return usages.reduce((sum, { cpu }) => sum + cpu, 0)
}

async function measure({ generator, servers, platform, redis }: Parts, requests: number): Promise<Measured> {
  const facts: LoadFacts = { ask: 'login', urls: servers.map(({ url }) => url), requests, connections: CONNECTIONS }
  await generator.ask('prepare', facts)
  const read = () => Promise.all([readCpu(servers), readCpu([platform]), readRedis(redis)])
  const [serversBefore, platformBefore, redisBefore] = await read()
  const { seconds, busy } = await generator.ask<LoadReport>('load')
  const [serversAfter, platformAfter, redisAfter] = await read()
  return {
    perSecond: requests / seconds,
    busy,
    cpu: {
      servers: (serversAfter - serversBefore) / requests,
      redis: (redisAfter.cpu - redisBefore.cpu) / requests,
      platform: (platformAfter - platformBefore) / requests,
    },
    commands: (redisAfter.commands - redisBefore.commands) / requests,
    bytes: (redisAfter.bytes - redisBefore.bytes) / requests,
  }
}

function describe(count: number, { perSecond, busy, cpu, commands, bytes }: Measured, one?: Measured): Figure[] {
  const name = `logins, ${count} ${count === 1 ? 'process' : 'processes'}, Redis`
  const toOne = one && { baseline: '1 process', ratio: perSecond / one.perSecond }
  return [
    createFigure({ name, value: perSecond, unit: '/s', ...toOne, invalid: describeSaturation(busy) }),
    createFigure({ name: `${name}: CPU of the servers`, value: cpu.servers, unit: 'µs per login' }),
    createFigure({ name: `${name}: CPU of Redis`, value: cpu.redis, unit: 'µs per login' }),
    createFigure({ name: `${name}: CPU of the platform's stand-in`, value: cpu.platform, unit: 'µs per login' }),
    createFigure({ name: `${name}: commands`, value: commands, unit: 'per login' }),
    createFigure({ name: `${name}: memory of Redis`, value: bytes, unit: 'bytes per login' }),
  ]
}

async function run({ processes, scale }: BenchContext, redis: RedisServer): Promise<Figure[]> {
  const platform = await processes.start('platform-main')
  const ours = { keys: createKeys(1024), platform: platform.url, env: { LOCAL_NUMBER_STORE: redis.address } }
  const [generator, first, second] = await Promise.all([
    processes.start('load-main'),
    processes.start('ours-main', ours),
    processes.start('ours-main', ours),
  ])
  const measureWith = async (servers: readonly BenchProcess[]) => {
    const parts = { generator, servers, platform, redis }
    const { perSecond } = await measure(parts, scale.warmUp / 2)
    return measure(parts, Math.ceil(perSecond * scale.rounds * scale.seconds))
  }
  const one = await measureWith([first])
  const two = await measureWith([first, second])
  return [...describe(1, one), ...describe(2, two, one)]
}

export const scaling: Bench = {
  about: 'logins per second, one and two processes on one Redis',
  isSlow: true,
  async run(context) {
    const servers = createRedisServers()
    try {
      return await run(context, await servers.start())
    } finally {
      await servers.endAll()
    }
  },
}
