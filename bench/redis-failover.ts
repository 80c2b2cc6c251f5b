// How many acknowledged writes a failover of Redis loses, with and without WAIT after each write, and what WAIT costs.
// A master on loopback is killed while pre-signs are added, then its replica is promoted and asked. Behind a relay that
// delays replication, what is on its way is lost with the master, as with a machine. Needs redis-server.
// node --conditions=@local-number/source --import tsx bench/redis-failover.ts
import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { createRedisStores } from '@local-number/server/redis'
import { Redis } from 'ioredis'
import { createRedisServers, type RedisServer, type RedisServers } from '../packages/server/test/support/redis-servers'

const ROUNDS = 20
const WRITERS = 10
const WRITING_MS = 500
const TTL_MS = 3_600_000
/** One way, from the master to its replica; 0 is without a relay. */
const DELAYS_MS = [0, 1, 20]

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Relay {
  readonly port: number
  /** Loses what is on its way. */
  cut(): void
}

/** Delays what the master says. */
async function startRelay(port: number, delayMs: number): Promise<Relay> {
  const sockets: Socket[] = []
  const relay = createServer((replica) => {
    const master = createConnection(port, '127.0.0.1')
    sockets.push(replica, master)
    for (const socket of [replica, master]) socket.setNoDelay().on('error', () => undefined)
    replica.pipe(master)
    master.on('data', (bytes) => setTimeout(() => replica.write(bytes), delayMs))
  })
  await once(relay.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (relay.address() as AddressInfo).port,
    cut() {
      for (const socket of sockets) socket.destroy()
      relay.close()
    },
  }
}

/** A replica that has everything. */
async function startReplica(redis: RedisServers, master: RedisServer, port: number): Promise<RedisServer> {
  const replica = await redis.start({ replicaof: `127.0.0.1 ${port}` })
  await master.client.set('probe', '')
  while ((await master.client.wait(1, 1_000)) < 1);
  return replica
}

interface Acknowledged {
  readonly key: string
  readonly at: number
  readonly ms: number
}

/** Adds pre-signs one after another until the connection breaks. */
async function write(port: number, name: string, waits: boolean, acknowledged: Acknowledged[]): Promise<void> {
  const client = new Redis({ port, retryStrategy: () => null, autoResendUnfulfilledCommands: false })
  client.on('error', () => undefined)
  const { preSigns } = createRedisStores(client)
  try {
    for (let index = 0; ; index += 1) {
      const key = `${name}-${index}`
      const start = performance.now()
      await preSigns.addOnce(key, TTL_MS)
      if (waits && (await client.wait(1, 1_000)) < 1) continue
      const at = performance.now()
      acknowledged.push({ key, at, ms: at - start })
    }
  } catch {
    client.disconnect()
  }
}

interface Round {
  readonly writes: readonly Acknowledged[]
  readonly lost: readonly Acknowledged[]
  readonly killedAt: number
}

async function failOver(delayMs: number, waits: boolean): Promise<Round> {
  const redis = createRedisServers()
  const master = await redis.start({ 'repl-diskless-sync-delay': 0 })
  const relay = delayMs > 0 ? await startRelay(master.port, delayMs) : { port: master.port, cut: () => undefined }
  const replica = await startReplica(redis, master, relay.port)
  const writes: Acknowledged[] = []
  const writers = Array.from({ length: WRITERS }, (_none, index) => write(master.port, `${index}`, waits, writes))
  await pause(WRITING_MS)
  const killedAt = performance.now()
  const ended = master.end('SIGKILL')
  relay.cut()
  await Promise.all([ended, ...writers])
  await replica.client.call('REPLICAOF', 'NO', 'ONE')
  const { preSigns } = createRedisStores(replica.client)
  const isNew = await Promise.all(writes.map(({ key }) => preSigns.addOnce(key, TTL_MS)))
  await redis.endAll()
  return { writes, lost: writes.filter((_write, index) => isNew[index]), killedAt }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function main(): Promise<void> {
  for (const delayMs of DELAYS_MS) {
    for (const waits of [false, true]) {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await failOver(delayMs, waits))
      const writes = rounds.flatMap((round) => round.writes)
      const lost = rounds.map((round) => round.lost.length)
      const ages = rounds.flatMap(({ lost: some, killedAt }) => some.map(({ at }) => killedAt - at))
      console.log(
        [
          `${String(delayMs).padStart(2)} ms away, ${waits ? 'WAIT 1 ' : 'no WAIT'}`,
          `${median(writes.map(({ ms }) => ms)).toFixed(2)} ms per write`,
          `${writes.length} writes in ${ROUNDS} rounds`,
          `lost ${lost.reduce((sum, count) => sum + count, 0)}, at most ${Math.max(...lost)} at once`,
          `the oldest acknowledged ${Math.max(0, ...ages).toFixed(0)} ms before the end`,
        ].join(', '),
      )
    }
  }
}

main()
