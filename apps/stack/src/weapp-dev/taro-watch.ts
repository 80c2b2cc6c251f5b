// Runs Taro's watch build of the demo in its own process, and reads its output without the progress bar.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { StackError } from '../errors'

export interface TaroWatchOptions {
  /** Folder of the demo's package.json. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Receives the result of every build: one line, or the compiler's errors. */
  readonly onBuild: (result: string) => void
}

export interface Watching {
  /** Resolves once stopped. Rejects with StackError `demoNotWatched` if Taro ends without being stopped. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** The end of webpack's progress bar, the result, and Taro's next line. */
const FINISHED = /[✔✖⚠] Webpack\s+([\s\S]*?)\s*→ Watching/

export function watchWithTaro({ folder, env, onBuild }: TaroWatchOptions): Watching {
  const cli = createRequire(join(folder, 'package.json')).resolve('@tarojs/cli/bin/taro')
  const taro = spawn(process.execPath, [cli, 'build', '--type', 'weapp', '--watch', '--no-check'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stopping = false
  let output = ''
  const readChunk = (chunk: string) => {
    output += stripVTControlCharacters(chunk)
    for (let build = FINISHED.exec(output); build; build = FINISHED.exec(output)) {
      output = output.slice(build.index + build[0].length)
      onBuild(build[1] ?? '')
    }
  }
  for (const stream of [taro.stdout, taro.stderr]) stream.setEncoding('utf8').on('data', readChunk)
  const closed = new Promise<void>((resolve) => taro.once('close', () => resolve()))
  return {
    ended: closed.then(() => {
      if (!stopping) throw new StackError('demoNotWatched', `Taro has ended by itself:\n${output.trim()}`)
    }),
    stop: () => {
      stopping = true
      taro.kill()
      return closed
    },
  }
}
