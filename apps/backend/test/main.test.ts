// The built service as a process.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { environment } from './support/environment'

const root = resolve(__dirname, '../../..')
const main = resolve(__dirname, '../dist/main.js')

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backend-'))
})

afterEach(() => rm(directory, { recursive: true }))

function start(env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: directory, ...env },
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  return { child, output: () => text }
}

async function failWhenStopped(child: ChildProcess, output: () => string): Promise<never> {
  await once(child, 'close')
  throw new Error(`it stopped: ${output()}`)
}

/** Sends all but the end of a request, which has arrived when the promise resolves. */
async function beginSign(port: number): Promise<() => Promise<string>> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  const head = 'POST /api/local-number/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  socket.write(`${head}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{`)
  while (!answer.startsWith('HTTP/1.1 100 ')) await once(socket, 'data')
  return async () => {
    socket.write('}')
    await once(socket, 'close')
    return answer
  }
}

describe('the process', () => {
  it('creates demo keys in its first run in development, serves, and stops on SIGTERM', async () => {
    const { LOCAL_NUMBER_APP_ID, LOCAL_NUMBER_APP_KEY, LOCAL_NUMBER_PLATFORM_PUBLIC_KEY } = environment
    const { child, output } = start({
      PORT: '0',
      LOCAL_NUMBER_APP_ID,
      LOCAL_NUMBER_APP_KEY,
      LOCAL_NUMBER_PLATFORM_PUBLIC_KEY,
      LOCAL_NUMBER_HASH_SECRET: '',
    })
    while (!output().includes('listening'))
      await Promise.race([once(child.stdout!, 'data'), failWhenStopped(child, output)])
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0]
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await readdir(directory)).toEqual(expect.arrayContaining(['demo-keys.json', 'local-number.db']))

    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(output()).toContain('closed')
  }, 30_000)

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'answers what runs, also when %s comes again and again',
    async (signal) => {
      const { child, output } = start({ ...environment, PORT: '0' })
      while (!output().includes('listening'))
        await Promise.race([once(child.stdout!, 'data'), failWhenStopped(child, output)])
      const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1])
      const running = await Promise.all(Array.from({ length: 3 }, () => beginSign(port)))
      const exited = once(child, 'exit')
      for (const finish of running) {
        child.kill(signal)
        // An answer shows that the process has received the signal.
        expect(await finish()).toContain('requestMalformed')
      }
      expect(await exited).toEqual([0, null])
    },
    30_000,
  )

  it.each(['production', ' production', 'prod'])(
    'creates no demo keys for NODE_ENV=%j, and stops with the reason',
    async (name) => {
      const { child, output } = start({ NODE_ENV: name })
      expect(await once(child, 'close')).toEqual([1, null])
      expect(output()).toContain('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is missing')
      expect(output()).not.toContain('    at ')
      expect(await readdir(directory)).toEqual([])
    },
    30_000,
  )
})
