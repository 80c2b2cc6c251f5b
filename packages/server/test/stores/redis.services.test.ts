// The stores in real Redis processes: alone, behind Sentinel, as a cluster; restarting, full, slow, read-only.
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CounterStore } from '../../src'
import { connectRedisStores, type RedisStores } from '../../src/redis'
import { STORE_CONTRACT, type StoreHarness } from '../../src/store-contract'
import { createRedisServers, type RedisServer } from '../support/redis-servers'

const ATTEMPT = { traceId: 'trace', msgId: 'msg', session: 'session', consent: 'kept' } as const
const START = { request: 'request', budgetMs: 60_000, ttlMs: 60_000 }

/** A timer may end a millisecond early, and Redis keeps a key through the millisecond in which it expires. */
const passTime = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms + 2))

const redis = createRedisServers()
const opened: RedisStores[] = []

async function connect(address: string, prefix?: string): Promise<RedisStores> {
  const stores = await connectRedisStores(address, { commandTimeoutMs: 300, ...(prefix && { prefix }) })
  opened.push(stores)
  return stores
}

afterEach(() => Promise.all(opened.splice(0).map((stores) => stores.close())))
afterAll(() => redis.endAll())

let names = 0
/** Rules get empty stores: each a prefix of its own. */
async function createHarness(address: string, servers: readonly RedisServer[]): Promise<StoreHarness> {
  names += 1
  const prefix = `test-${names}:`
  return {
    stores: await connect(address, prefix),
    passTime,
    // Answers nothing, and does afterwards what it was asked.
    break: async () => {
      for (const server of servers) server.send('SIGSTOP')
      return async () => {
        for (const server of servers) server.send('SIGCONT')
      }
    },
  }
}

const RULES = STORE_CONTRACT.map(({ name, run }) => [name, run] as const)

describe('in one Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await redis.start()
  })
  it.each(RULES)('%s', async (_name, run) => run(await createHarness(server.address, [server])))
})

describe('in a cluster of three', () => {
  let nodes: readonly RedisServer[]
  let address: string
  beforeAll(async () => {
    nodes = await startCluster(3)
    address = `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`
  })
  it.each(RULES)('%s', async (_name, run) => run(await createHarness(address, nodes)))

  it('the keys of different subjects lie on different nodes', async () => {
    const { preSigns } = await connect(address)
    for (let index = 0; index < 100; index += 1) await preSigns.addOnce(`msg-${index}`, 60_000)
    const sizes = await Promise.all(nodes.map(({ client }) => client.dbsize()))
    expect(sizes.every((size) => size > 10)).toBe(true)
  })
})

/** Each node serves a part of the slots; the sum is all 16,384. */
async function startCluster(count: number): Promise<readonly RedisServer[]> {
  const nodes = await Promise.all(
    Array.from({ length: count }, (_none, index) =>
      redis.start({
        'cluster-enabled': 'yes',
        'cluster-node-timeout': 2_000,
        'cluster-config-file': `nodes-${names}-${index}.conf`,
      }),
    ),
  )
  const slots = 16_384 / count
  for (const [index, { client }] of nodes.entries()) {
    await client.call('CLUSTER', 'ADDSLOTSRANGE', Math.ceil(index * slots), Math.ceil((index + 1) * slots) - 1)
    await client.call('CLUSTER', 'MEET', '127.0.0.1', (nodes[0] as RedisServer).port)
  }
  for (const { client } of nodes) {
    await until(async () => String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok'))
  }
  return nodes
}

const answers = (counters: CounterStore) =>
  counters.add('probe', 0, 1_000).then(
    () => true,
    () => false,
  )

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await passTime(20)
}

it('a restart loses nothing that was acknowledged, when Redis syncs each write', async () => {
  const server = await redis.start({ appendonly: 'yes', appendfsync: 'always', appenddirname: 'restart' })
  const { preSigns, counters } = await connect(server.address)
  await preSigns.addOnce('key', 60_000)
  await counters.add('counter', 3, 60_000)
  await server.end('SIGKILL')
  await expect(preSigns.addOnce('another', 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  await server.restart()
  await until(() => answers(counters))
  expect(await preSigns.addOnce('key', 60_000)).toBe(false)
  expect(await counters.add('counter', 0, 60_000)).toBe(3)
})

it('behind Sentinel, a failover refuses for a while, and what the replica has counts on', async () => {
  const { master, sentinel } = await startWithSentinel()
  const { preSigns, counters } = await connect(`redis+sentinel://127.0.0.1:${sentinel.port}/shop`)
  await preSigns.addOnce('key', 60_000)
  // WAIT counts from the last write of its own connection.
  await master.client.set('later', '1')
  expect(await master.client.wait(1, 60_000)).toBe(1)
  await master.end('SIGKILL')
  await expect(preSigns.addOnce('lost', 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  await until(() => answers(counters))
  expect(await preSigns.addOnce('key', 60_000)).toBe(false)
})

async function startWithSentinel() {
  const master = await redis.start()
  const replica = await redis.start({ replicaof: `127.0.0.1 ${master.port}` })
  await until(async () => String(await replica.client.info('replication')).includes('master_link_status:up'))
  const file = join(mkdtempSync(join(tmpdir(), 'local-number-sentinel-')), 'sentinel.conf')
  writeFileSync(
    file,
    [
      `sentinel monitor shop 127.0.0.1 ${master.port} 1`,
      'sentinel down-after-milliseconds shop 300',
      'sentinel failover-timeout shop 2000',
    ].join('\n'),
  )
  const sentinel = await redis.start({}, [file, '--sentinel'])
  await until(async () =>
    String(await sentinel.client.call('SENTINEL', 'replicas', 'shop')).includes(`${replica.port}`),
  )
  return { master, sentinel }
}

it('a full Redis refuses new entries and keeps the old ones', async () => {
  const server = await redis.start()
  const { preSigns } = await connect(server.address)
  await preSigns.addOnce('first', 60_000)
  await server.client.config('SET', 'maxmemory', '1')
  await expect(preSigns.addOnce('key', 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  await server.client.config('SET', 'maxmemory', '0')
  expect(await preSigns.addOnce('first', 60_000)).toBe(false)
  expect(await preSigns.addOnce('key', 60_000)).toBe(true)
})

it('a Redis that only reads refuses', async () => {
  const server = await redis.start()
  const { preSigns, attempts } = await connect(server.address)
  await attempts.put('id', ATTEMPT, 60_000)
  await server.client.call('REPLICAOF', '127.0.0.1', '1')
  await expect(preSigns.addOnce('key', 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  await expect(attempts.startCheck('id', START)).rejects.toMatchObject({ code: 'overloaded' })
})

it('a Redis 6.2 that only reads refuses scripts, too, and its client looks for the new master', async () => {
  const server = await redis.start()
  const relay = await startRelay(server.port, wordAsRedis6)
  const { attempts } = await connect(`redis://127.0.0.1:${relay.port}`)
  await attempts.put('id', ATTEMPT, 60_000)
  await server.client.call('REPLICAOF', '127.0.0.1', '1')
  const before = relay.countConnections()
  await expect(attempts.startCheck('id', START)).rejects.toMatchObject({ code: 'overloaded' })
  await until(async () => relay.countConnections() > before)
  await server.client.call('REPLICAOF', 'NO', 'ONE')
  await until(() =>
    attempts.startCheck('id', START).then(
      (found) => found?.progress.state === 'verifying',
      () => false,
    ),
  )
  relay.close()
})

it('a master that misses the replicas it needs refuses', async () => {
  const server = await redis.start()
  const { preSigns, attempts } = await connect(server.address)
  await attempts.put('id', ATTEMPT, 60_000)
  await server.client.config('SET', 'min-replicas-to-write', '1')
  await expect(preSigns.addOnce('key', 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  await expect(attempts.startCheck('id', START)).rejects.toMatchObject({ code: 'overloaded' })
})

it('a slow Redis is given up after the time limit', async () => {
  const server = await redis.start()
  const { counters } = await connect(server.address)
  server.send('SIGSTOP')
  await expect(counters.add('key', 1, 60_000)).rejects.toMatchObject({ code: 'overloaded' })
  server.send('SIGCONT')
})

describe('at the start', () => {
  it('a Redis that drops entries when it is full is refused, with the setting to change', async () => {
    const { address } = await redis.start({ 'maxmemory-policy': 'allkeys-lru' })
    await expect(connect(address)).rejects.toMatchObject({
      code: 'storeUnusable',
      message: expect.stringContaining('maxmemory-policy noeviction'),
    })
  })

  it('a Redis that says that it is too old is refused', async () => {
    const { port } = await redis.start()
    const relay = await startRelay(port, (text) => text.replace(/redis_version:\d/, 'redis_version:5'))
    await expect(connect(`redis://127.0.0.1:${relay.port}`)).rejects.toMatchObject({
      code: 'storeUnusable',
      message: expect.stringContaining('use 6.2 or later'),
    })
    relay.close()
  })

  it('an address where nothing listens is refused', async () => {
    await expect(connect('redis://127.0.0.1:1')).rejects.toMatchObject({ code: 'storeUnusable' })
  })

  it.each(['redis:/127.0.0.1', 'http://127.0.0.1', 'redis+cluster://', ''])(
    'an address that is none, %p, is refused without being repeated',
    async (address) => {
      await expect(connect(address)).rejects.toMatchObject({ code: 'storeUnusable' })
    },
  )

  it('the password of the address is used', async () => {
    const { port } = await redis.start({ requirepass: 'p@ss' })
    const { counters } = await connect(`redis://default:p%40ss@127.0.0.1:${port}`)
    expect(await counters.add('key', 1, 1_000)).toBe(1)
    await expect(connect(`redis://default:wrong@127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'storeUnusable',
      message: expect.not.stringContaining('wrong@'),
    })
  })
})

/** As Redis before 7 replies when a command in a script finds that it may not write. */
function wordAsRedis6(text: string): string {
  const reply = /-READONLY (.*?) script: (\w+), on @user_script:(\d+)\.\r\n/g
  return text.replace(reply, (_, message, sha, line) => {
    return `-ERR Error running script (call to f_${sha}): @user_script:${line}: @user_script: ${line}: -READONLY ${message}\r\n`
  })
}

interface Relay {
  readonly port: number
  countConnections(): number
  close(): void
}

/** In front of a Redis, whose replies it words anew. */
async function startRelay(port: number, word: (text: string) => string): Promise<Relay> {
  const clients: Socket[] = []
  const relay = createServer((client) => {
    clients.push(client)
    const server = createConnection(port, '127.0.0.1')
    client.pipe(server).on('error', () => undefined)
    server.setEncoding('latin1').on('data', (text: string) => void client.write(word(text), 'latin1'))
    client.on('close', () => server.destroy()).on('error', () => undefined)
  })
  await once(relay.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (relay.address() as AddressInfo).port,
    countConnections: () => clients.length,
    close() {
      relay.close()
      for (const client of clients) client.destroy()
    },
  }
}
