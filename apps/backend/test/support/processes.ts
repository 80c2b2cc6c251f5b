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

export interface BackendProcess {
  sign(preSign?: string): Promise<{ readonly attemptId: string; readonly code?: string }>
  verify(attemptId: string, phone?: string): Promise<{ readonly outcome: string; readonly code?: string }>
  kill(): Promise<void>
}

export type BackendProcesses = Awaited<ReturnType<typeof createBackendProcesses>>

/** @param store what `LOCAL_NUMBER_STORE` says */
export async function createBackendProcesses(store: string) {
  const folder = mkdtempSync(join(tmpdir(), 'backend-processes-'))
  const platform = await startPlatform()
  const children: ChildProcess[] = []

  async function start(): Promise<BackendProcess> {
    const [port] = await findFreePorts(1)
    const env = {
      ...environment,
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: folder,
      LOCAL_NUMBER_STORE: store,
      LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin,
    }
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    await waitForStart(child)
    const post = createPost(port)
    return {
      sign: (preSign = createPreSign(Date.now())) =>
        post('sign', { preSign, consent: { version: '1' }, session: createSession() }),
      verify: (attemptId, phone = '13800138000') =>
        post('verify', { attemptId, phone, token: 'token', userInformation: 'ZmluZ2VycHJpbnQ%3D' }),
      kill: () => end(child, 'SIGKILL'),
    }
  }

  return {
    platform,
    /** The DATA_DIR of all. */
    folder,
    start,
    async endAll() {
      await Promise.all(children.map((child) => end(child, 'SIGTERM')))
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

async function waitForStart({ stdout }: ChildProcess): Promise<void> {
  let log = ''
  for await (const chunk of stdout as NonNullable<typeof stdout>) {
    log += chunk
    if (log.includes('listening')) break
  }
  stdout?.resume()
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

function createPost(port: number) {
  return async <T>(route: string, body: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/local-number/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.json() as Promise<T>
  }
}
