// Two processes of the built service on one machine share one file: whichever a request reaches, the login goes on.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { createPreSign, createSession } from '../../../packages/server/test/support/business'
import { type PlatformStandIn, startPlatform } from '../../../packages/server/test/support/platform-stand-in'
import { environment } from './support/environment'

const MAIN = resolve(__dirname, '../dist/main.js')
const LOGINS = 200
const AT_A_TIME = 20

let folder: string
let platform: PlatformStandIn
const processes: ChildProcess[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backend-processes-'))
  platform = await startPlatform()
})

afterEach(async () => {
  await Promise.all(processes.splice(0).map((child) => end(child, 'SIGTERM')))
  await platform.close()
  rmSync(folder, { recursive: true })
})

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function start(port: number): Promise<ChildProcess> {
  const env = {
    ...environment,
    PATH: process.env.PATH,
    PORT: String(port),
    DATA_DIR: folder,
    LOCAL_NUMBER_STORE: 'sqlite',
    LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin,
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  processes.push(child)
  let log = ''
  for await (const chunk of child.stdout) {
    log += chunk
    if (log.includes('listening')) break
  }
  child.stdout.resume()
  return child
}

async function post<T>(port: number, route: string, body: object): Promise<T & { code?: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/local-number/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json() as Promise<T & { code?: string }>
}

const sign = (port: number, preSign = createPreSign(Date.now())) =>
  post<{ attemptId: string }>(port, 'sign', { preSign, consent: { version: '1' }, session: createSession() })

const verify = (port: number, attemptId: string, phone = '13800138000') =>
  post<{ outcome: string }>(port, 'verify', { attemptId, phone, token: 'token', userInformation: 'ZmluZ2VycHJpbnQ%3D' })

test('behind a random balancer, none of 200 logins is lost', async () => {
  const ports = await findFreePorts(2)
  await Promise.all(ports.map(start))
  const pick = () => ports[Math.random() < 0.5 ? 0 : 1]
  const outcomes: string[] = []
  for (let first = 0; first < LOGINS; first += AT_A_TIME) {
    const logins = Array.from({ length: AT_A_TIME }, async (_none, index) => {
      const { attemptId } = await sign(pick())
      // Each number has a daily limit.
      return (await verify(pick(), attemptId, `138${String(first + index).padStart(8, '0')}`)).outcome
    })
    outcomes.push(...(await Promise.all(logins)))
  }
  expect(outcomes).toEqual(Array.from({ length: LOGINS }, () => 'verified'))
})

test('after kill -9, an attempt goes on, and neither it nor its pre-sign works twice', async () => {
  const ports = await findFreePorts(2)
  const preSign = createPreSign(Date.now())
  const first = await start(ports[0])
  const { attemptId } = await sign(ports[0], preSign)
  await end(first, 'SIGKILL')
  await start(ports[1])
  expect(await sign(ports[1], preSign)).toMatchObject({ code: 'preSignReplayed' })
  expect(await verify(ports[1], attemptId)).toMatchObject({ outcome: 'verified' })
  expect(await verify(ports[1], attemptId)).toMatchObject({ code: 'attemptSpent' })
})
