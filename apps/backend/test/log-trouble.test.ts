// cspell:ignore mkfifo
// The built service while its log cannot be written: it serves, and it stops when it is told to.
import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { createPreSign, createSession } from '../../../packages/server/test/support/business'
import { environment } from './support/environment'

const main = resolve(__dirname, '../dist/main.js')

let directory: string
let child: ChildProcess | undefined

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backend-'))
})

afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(directory, { recursive: true })
})

/** Starts the service and waits until it answers: the log cannot say so. */
async function start(stdio: StdioOptions): Promise<string> {
  const [port] = await findFreePorts(1)
  child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...environment, DATA_DIR: directory, PORT: String(port) },
    stdio,
  })
  const stopped = once(child, 'exit').then(() => Promise.reject(new Error('it stopped')))
  stopped.catch(() => undefined)
  const url = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    )
  while (!(await Promise.race([answers(), stopped])));
  return url
}

/** Makes the service write more log lines than it keeps for a reader. */
async function fillLog(url: string): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/${'a./'.repeat(42)}`)))
  }
}

/** Posts a sign with a consent, whose only receipt is a line of the log. */
async function sign(url: string) {
  const body = { preSign: createPreSign(Date.now()), consent: { version: '1' }, session: createSession() }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/local-number/sign`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

async function expectService(url: string): Promise<void> {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/api/local-number/jwks.json`)).status).toBe(200)
  child!.kill('SIGTERM')
  expect(await once(child!, 'exit')).toEqual([0, null])
}

/** Starts the service with both outputs in one pipe, which the test alone can read. */
async function startOnPipe(): Promise<{ url: string; reader: number }> {
  const path = join(directory, 'pipe')
  execFileSync('mkfifo', [path])
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = openSync(path, 'w')
  const url = await start(['ignore', writer, writer])
  closeSync(writer)
  return { url, reader }
}

it('a full device', async () => {
  const full = openSync('/dev/full', 'w')
  const url = await start(['ignore', full, 'ignore'])
  closeSync(full)
  await fillLog(url)
  await expectService(url)
}, 60_000)

it('a pipe that nobody reads', async () => {
  const { url, reader } = await startOnPipe()
  expect(await sign(url)).toMatchObject({ status: 200 })
  await fillLog(url)
  expect(await sign(url)).toMatchObject({ status: 503, body: { code: 'overloaded' } })
  await expectService(url)
  closeSync(reader)
}, 60_000)

it('a pipe that is read again later says how many lines were dropped', async () => {
  const { url, reader } = await startOnPipe()
  await fillLog(url)
  let text = ''
  const buffer = Buffer.alloc(65_536)
  while (!text.includes('log lines were dropped')) {
    try {
      text += buffer.subarray(0, readSync(reader, buffer)).toString()
    } catch {
      // Nothing to read for now: another request makes another line.
      await fetch(`${url}/healthz`)
    }
  }
  const line = JSON.parse(text.split('\n').find((each) => each.includes('log lines were dropped'))!)
  expect(line).toMatchObject({ level: 40, dropped: expect.any(Number) })
  await expectService(url)
  closeSync(reader)
}, 60_000)

it('a socket that nobody reads', async () => {
  const url = await start(['ignore', 'pipe', 'ignore'])
  await fillLog(url)
  await expectService(url)
}, 60_000)

it('a pipe whose reader is gone', async () => {
  const { url, reader } = await startOnPipe()
  closeSync(reader)
  await fillLog(url)
  await expectService(url)
}, 60_000)
