// Processes of the built service, and the platform that they ask.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { createPreSign, createSession } from '../../../../packages/server/test/support/business'
import { startPlatform } from '../../../../packages/server/test/support/platform-stand-in'
import { environment } from './environment'

const MAIN = resolve(__dirname, '../../dist/main.js')
const AT_A_TIME = 20

export interface JsonAnswer<T = Record<string, unknown>> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

export interface BackendProcess {
  readonly origin: string
  /** What it has written, to standard output and standard error. */
  readonly output: string
  /** How often it was killed. */
  readonly kills: number
  /** Rejects when there is no answer. */
  post<T>(route: string, body: object): Promise<JsonAnswer<T>>
  sign(preSign?: string): Promise<{ readonly attemptId: string; readonly code?: string }>
  verify(attemptId: string, phone?: string): Promise<{ readonly outcome: string; readonly code?: string }>
  send(signal: 'SIGSTOP'): void
  kill(): Promise<void>
  /** Starts it again after its end, on the same port. */
  restart(): Promise<void>
  /** Stops it as an operator does. */
  stop(): Promise<void>
}

export type BackendProcesses = Awaited<ReturnType<typeof createBackendProcesses>>

/**
 * @param store what `LOCAL_NUMBER_STORE` says
 * @param own further variables
 */
export async function createBackendProcesses(store: string, own: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'backend-processes-'))
  const platform = await startPlatform()
  const all: BackendProcess[] = []

  async function start(): Promise<BackendProcess> {
    const [port] = await findFreePorts(1)
    const env = {
      ...environment,
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: folder,
      LOCAL_NUMBER_STORE: store,
      LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin,
      ...own,
    }
    const started = createProcess(env)
    all.push(started)
    await started.restart()
    return started
  }

  return {
    platform,
    /** The DATA_DIR of all. */
    folder,
    start,
    async endAll() {
      await Promise.all(all.map((each) => each.stop()))
      await platform.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Signs and verifies, each at a process that chance picks. Returns the outcomes. */
export async function logInAtRandom(backends: readonly BackendProcess[], logins: number): Promise<string[]> {
  const pick = () => backends[Math.floor(Math.random() * backends.length)] as BackendProcess
  const outcomes: string[] = []
  for (let first = 0; first < logins; first += AT_A_TIME) {
    const some = Array.from({ length: AT_A_TIME }, async (_none, index) => {
      const { attemptId } = await pick().sign()
      // Each number has a daily limit.
      return (await pick().verify(attemptId, `138${String(first + index).padStart(8, '0')}`)).outcome
    })
    outcomes.push(...(await Promise.all(some)))
  }
  return outcomes
}

function createProcess(env: NodeJS.ProcessEnv & { readonly PORT: string }): BackendProcess {
  const origin = `http://127.0.0.1:${env.PORT}`
  const post = createPost(origin)
  let output = ''
  let kills = 0
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'close')
  }

  return {
    origin,
    post,
    get output() {
      return output
    },
    get kills() {
      return kills
    },
    sign: async (preSign = createPreSign(Date.now())) =>
      (await post<never>('sign', { preSign, consent: { version: '1' }, session: createSession() })).body,
    verify: async (attemptId, phone = '13800138000') =>
      (await post<never>('verify', { attemptId, phone, token: 'token', userInformation: 'ZmluZ2VycHJpbnQ%3D' })).body,
    send: (signal) => void child?.kill(signal),
    kill() {
      kills += 1
      return end('SIGKILL')
    },
    async restart() {
      child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      const before = output.length
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output += text
        })
      }
      while (!output.includes('"listening"', before)) {
        const [ended] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'close')])
        if (ended === null || typeof ended === 'number') throw new Error(`it did not start: ${output.slice(before)}`)
      }
    },
    stop: () => end('SIGTERM'),
  }
}

function createPost(origin: string): BackendProcess['post'] {
  return async (route, body) => {
    const response = await fetch(`${origin}/api/local-number/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as never }
  }
}
