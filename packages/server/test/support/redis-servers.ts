// Redis processes of a test: on free ports of loopback, with their files in one folder, ended with the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { Redis } from 'ioredis'

export interface RedisServer {
  readonly port: number
  readonly address: string
  /** For the test's own commands. */
  readonly client: Redis
  send(signal: 'SIGSTOP' | 'SIGCONT'): void
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again, on the same port and files. */
  restart(): Promise<void>
}

type Settings = Readonly<Record<string, string | number>>

export interface RedisServers {
  /** @param arguments_ in front of the settings, such as a configuration file */
  start(settings?: Settings, arguments_?: readonly string[]): Promise<RedisServer>
  endAll(): Promise<void>
}

export function createRedisServers(): RedisServers {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-redis-'))
  const servers: RedisServer[] = []
  return {
    async start(settings = {}, arguments_ = []) {
      const [port] = await findFreePorts(1)
      const files: Settings = arguments_.length > 0 ? {} : { dir: folder, dbfilename: `${port}.rdb`, save: '' }
      const server = await startServer({ bind: '127.0.0.1', ...files, ...settings, port }, arguments_)
      servers.push(server)
      return server
    },
    async endAll() {
      await Promise.all(servers.splice(0).map((server) => server.end('SIGKILL')))
      rmSync(folder, { recursive: true })
    },
  }
}

async function startServer(settings: Settings, arguments_: readonly string[]): Promise<RedisServer> {
  const port = Number(settings.port)
  const password = settings.requirepass === undefined ? undefined : String(settings.requirepass)
  const client = new Redis({
    port,
    password,
    lazyConnect: true,
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    disconnectTimeout: 100,
  })
  client.on('error', () => undefined)
  const config = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, ...splitValue(value)])
  let process: ChildProcess
  const start = async () => {
    process = spawn('redis-server', [...arguments_, ...config], { stdio: 'ignore' })
    await new Promise((resolve, reject) => process.once('spawn', resolve).once('error', reject))
    // Waits until it answers.
    await client.ping()
  }
  await start()
  return {
    port,
    address: `redis://127.0.0.1:${port}`,
    client,
    send: (signal) => void process.kill(signal),
    async end(signal = 'SIGTERM') {
      client.disconnect()
      if (process.exitCode !== null || process.signalCode !== null) return
      const ended = new Promise((resolve) => process.once('exit', resolve))
      process.kill(signal)
      await ended
    },
    restart: async () => {
      await client.connect().catch(() => undefined)
      await start()
    },
  }
}

/** An empty value is an argument; others may be several. */
const splitValue = (value: string | number) => (value === '' ? [''] : String(value).split(' '))
