// Taro's watch build of the demo in a process of its own: what it says, without its progress bar.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { StackError } from '../errors'

export interface TaroWatchOptions {
  /** Where the demo's package.json is. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** After every build, with what it ended with: one line, or the compiler's errors. */
  readonly onBuild: (result: string) => void
}

export interface Watching {
  /** Resolves once stopped. Rejects with StackError `demoNotWatched` when Taro gives up by itself. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** How webpack's bar ends a build, and what Taro says then. */
const FINISHED = /[✔✖⚠] Webpack\s+([\s\S]*?)\s*→ Watching/

export function watchWithTaro({ folder, env, onBuild }: TaroWatchOptions): Watching {
  const cli = createRequire(join(folder, 'package.json')).resolve('@tarojs/cli/bin/taro')
  const taro = spawn(process.execPath, [cli, 'build', '--type', 'weapp', '--watch', '--no-check'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stopping = false
  let said = ''
  const hear = (chunk: string) => {
    said += stripVTControlCharacters(chunk)
    for (let build = FINISHED.exec(said); build; build = FINISHED.exec(said)) {
      said = said.slice(build.index + build[0].length)
      onBuild(build[1] ?? '')
    }
  }
  for (const stream of [taro.stdout, taro.stderr]) stream.setEncoding('utf8').on('data', hear)
  const closed = new Promise<void>((resolve) => taro.once('close', () => resolve()))
  return {
    ended: closed.then(() => {
      if (!stopping) throw new StackError('demoNotWatched', `Taro has ended by itself:\n${said.trim()}`)
    }),
    stop: () => {
      stopping = true
      taro.kill()
      return closed
    },
  }
}
