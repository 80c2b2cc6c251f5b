// Connects to WeChat DevTools: on a port that is already open, or by opening the project with its command line.
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { findCommandLine, openProject } from './command-line'
import { DevToolsError } from './errors'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>

export interface ConnectOptions {
  /** The demo's folder. */
  readonly project: string
  /** Path of the command line of DevTools. @default where the installer puts it */
  readonly cli: string | undefined
  /** The automation port. Without `cli` it must be open already, and nothing is started. @default 9420 */
  readonly port: number | undefined
}

const DEFAULT_PORT = 9420
/** DevTools starts slowly. */
const START_TIMEOUT_MS = 60_000
const RETRY_MS = 500

/** @throws DevToolsError */
export async function connect({ project, cli, port }: ConnectOptions): Promise<MiniProgram> {
  if (!existsSync(join(project, 'dist/weapp/app.json'))) {
    throw new DevToolsError('demoNotBuilt', 'run npm run dev:weapp in another terminal, and leave it running')
  }
  if (port !== undefined && cli === undefined) return connectTo(port).catch(() => throwNotReached(port, ''))
  const chosen = port ?? DEFAULT_PORT
  return waitForStart(openProject(findCommandLine(cli), project, chosen), chosen)
}

function connectTo(port: number): Promise<MiniProgram> {
  return automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` })
}

async function waitForStart(cli: ChildProcess, port: number): Promise<MiniProgram> {
  let output = ''
  let failed = false
  for (const stream of [cli.stdout, cli.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  cli.once('error', (error) => {
    output += error.message
    failed = true
  })
  cli.once('close', (code) => {
    failed ||= code !== 0
  })
  for (const end = Date.now() + START_TIMEOUT_MS; !failed && Date.now() < end; await wait()) {
    const miniProgram = await connectTo(port).catch(() => null)
    if (miniProgram) return miniProgram
  }
  cli.kill()
  return throwNotReached(port, output.trim())
}

function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, RETRY_MS))
}

function throwNotReached(port: number, output: string): never {
  const details = output === '' ? '' : ` Its command line printed:\n${output}`
  throw new DevToolsError(
    'devToolsNotReached',
    `no answer on port ${port}. In WeChat DevTools: log in, 设置 → 安全设置 → 服务端口 (Settings → Security → ` +
      `Service Port): turn it on, open apps/demo once and trust it, then run this again.${details}`,
  )
}
