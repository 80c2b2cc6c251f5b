// The way into WeChat DevTools: a port that is open already, or a project that its command line opens.
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { commandLine, openProject } from './command-line'
import { DevToolsError } from './errors'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>

export interface ConnectOptions {
  /** The demo's folder. */
  readonly project: string
  /** The command line of DevTools; found by itself where it is usually installed. */
  readonly cli: string | undefined
  /** The automation port. Without `cli`, DevTools has opened it already and nothing is started. */
  readonly port: number | undefined
}

const USUAL_PORT = 9420
/** DevTools takes its time to start. */
const START_MS = 60_000
const AGAIN_MS = 500

/** @throws DevToolsError */
export async function connect({ project, cli, port }: ConnectOptions): Promise<MiniProgram> {
  if (!existsSync(join(project, 'dist/weapp/app.json'))) {
    throw new DevToolsError('demoNotBuilt', 'run npm run dev:weapp in another terminal, and leave it running')
  }
  if (port !== undefined && cli === undefined) return reach(port).catch(() => notReached(port, ''))
  const chosen = port ?? USUAL_PORT
  return whileItStarts(openProject(commandLine(cli), project, chosen), chosen)
}

function reach(port: number): Promise<MiniProgram> {
  return automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` })
}

async function whileItStarts(cli: ChildProcess, port: number): Promise<MiniProgram> {
  let said = ''
  let failed = false
  for (const stream of [cli.stdout, cli.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
  }
  cli.once('error', (error) => {
    said += error.message
    failed = true
  })
  cli.once('close', (code) => {
    failed ||= code !== 0
  })
  for (const end = Date.now() + START_MS; !failed && Date.now() < end; await pause()) {
    const miniProgram = await reach(port).catch(() => null)
    if (miniProgram) return miniProgram
  }
  cli.kill()
  return notReached(port, said.trim())
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
}

function notReached(port: number, said: string): never {
  const words = said === '' ? '' : ` Its command line says:\n${said}`
  throw new DevToolsError(
    'devToolsNotReached',
    `nothing answers on port ${port}. In WeChat DevTools: log in, 设置 → 安全设置 → 服务端口 (Settings → Security → ` +
      `Service Port): turn it on, open apps/demo once and trust it, then run this again.${words}`,
  )
}
