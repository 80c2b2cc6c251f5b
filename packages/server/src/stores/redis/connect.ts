// Connects to the Redis that an address names, and refuses one that is not suitable.
import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis'
import { ServerError } from '../../errors'
import type { Stores } from '../stores'
import { readReply } from './redis-errors'
import { createRedisStores, type RedisStoreOptions } from './redis-stores'
import { requireSuitable } from './require-suitable'

export interface ConnectOptions extends RedisStoreOptions {
  /**
   * How long a command may take, in ms, before it fails with `overloaded`.
   *
   * @default 1_000
   */
  readonly commandTimeoutMs?: number
}

export interface RedisStores extends Stores {
  /** Waits for the running commands, and disconnects. */
  close(): Promise<void>
}

const COMMAND_TIMEOUT_MS = 1_000
const LONGEST_PAUSE_MS = 1_000

/**
 * Connects the stores of many machines. Needs the package `ioredis`.
 *
 * | Address | Redis |
 * |---|---|
 * | `redis://user:password@host:6379/0`, `rediss://…` over TLS | alone |
 * | `redis+sentinel://:password@host:26379,host:26379/name` | the master that these sentinels name |
 * | `redis+cluster://:password@host:6379,host:6379` | a cluster that these nodes belong to |
 *
 * @throws ServerError `storeUnusable` if the address is none of these, nothing answers there, Redis is older than 6.2,
 *   or its `maxmemory-policy` is not `noeviction`
 */
export async function connectRedisStores(address: string, options: ConnectOptions = {}): Promise<RedisStores> {
  const { commandTimeoutMs = COMMAND_TIMEOUT_MS, ...storeOptions } = options
  // A first connection that fails is the operator's mistake; a later one comes back.
  const life = { connected: false }
  const retry = (times: number) => (life.connected ? Math.min(25 * 2 ** times, LONGEST_PAUSE_MS) : null)
  const client = createClient(address, { commandTimeout: commandTimeoutMs, retry })
  let lastError: Error | undefined
  // Every command reports the failure that it meets; without a listener, ioredis prints each to the console.
  client.on('error', (error) => {
    lastError = error
  })
  try {
    await client.connect()
    life.connected = true
    for (const node of client instanceof Cluster ? client.nodes('master') : [client]) await requireSuitable(node)
  } catch (cause) {
    client.disconnect()
    if (cause instanceof ServerError) throw cause
    // What `connect` itself throws says only that the connection was closed.
    const { message } = lastError ?? (cause as Error)
    throw new ServerError('storeUnusable', { detail: `Redis: ${message}`, cause })
  }
  return {
    ...createRedisStores(client, storeOptions),
    async close() {
      await client.quit().catch(() => client.disconnect())
    },
  }
}

type Scheme = 'redis' | 'rediss' | 'redis+sentinel' | 'redis+cluster'

interface Place {
  readonly hosts: readonly { readonly host: string; readonly port: number }[]
  readonly name: string
  readonly options: RedisOptions
}

const CLIENTS: Readonly<Record<Scheme, (place: Place, address: string) => Redis | Cluster>> = {
  redis: ({ options }, address) => new Redis(address, options),
  rediss: ({ options }, address) => new Redis(address, options),
  'redis+sentinel': ({ hosts, name, options }) => new Redis({ ...options, sentinels: [...hosts], name }),
  'redis+cluster': ({ hosts, options }) => new Cluster([...hosts], toClusterOptions(options)),
}

const ADDRESS =
  /^(?<scheme>redis|rediss|redis\+sentinel|redis\+cluster):\/\/(?:(?<username>[^:@/]*):(?<password>[^@/]*)@)?(?<hosts>[^/?#@]+)(?:\/(?<name>[\w-]*))?$/

const DEFAULT_PORT: Readonly<Record<string, number>> = { 'redis+sentinel': 26_379 }

interface ClientSettings {
  readonly commandTimeout: number
  /** How long to wait before another attempt to connect, in ms; `null` for none. */
  retry(times: number): number | null
}

function createClient(address: string, { commandTimeout, retry }: ClientSettings): Redis | Cluster {
  const { scheme = '', username, password, hosts = '', name = '' } = ADDRESS.exec(address)?.groups ?? {}
  const create = CLIENTS[scheme as Scheme] as (typeof CLIENTS)[Scheme] | undefined
  // Not the address itself: it holds a password.
  if (!create) throw new ServerError('storeUnusable', { detail: 'LOCAL_NUMBER_STORE is no address of a Redis' })
  const place: Place = {
    hosts: hosts.split(',').map((host) => readHost(host, DEFAULT_PORT[scheme] ?? 6_379)),
    name,
    options: {
      lazyConnect: true,
      commandTimeout,
      connectTimeout: commandTimeout,
      disconnectTimeout: commandTimeout,
      maxRetriesPerRequest: 1,
      // A command whose answer is lost may have done its work: a second time would count twice.
      autoResendUnfulfilledCommands: false,
      // After a failover, the former master only reads: the next connection finds the new one.
      reconnectOnError: ({ message }) => readReply(message).startsWith('READONLY'),
      retryStrategy: retry,
      sentinelRetryStrategy: retry,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
    },
  }
  return create(place, address)
}

function readHost(text: string, defaultPort: number): { readonly host: string; readonly port: number } {
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? defaultPort : Number(port) }
}

function toClusterOptions({
  lazyConnect,
  retryStrategy,
  sentinelRetryStrategy,
  ...node
}: RedisOptions): ClusterOptions {
  return {
    lazyConnect,
    clusterRetryStrategy: retryStrategy,
    redisOptions: node,
    slotsRefreshTimeout: node.commandTimeout,
  }
}
