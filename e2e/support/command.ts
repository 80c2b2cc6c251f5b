// A command of this repository as a process, with its output so far.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'

export class Command {
  readonly process: ChildProcess
  /** Standard output and standard error, in the order of arrival. */
  output = ''
  /** Resolves at exit with the exit code; `null` after a signal. */
  readonly exitCode: Promise<number | null>

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string) {
    const child = spawn(process.execPath, args, { env: { ...process.env, NODE_ENV: '', ...env }, cwd })
    this.process = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        this.output += chunk
      })
    }
    this.exitCode = new Promise((resolve) => child.once('close', resolve))
  }

  /** Ids of its child processes that still run. */
  get children(): readonly number[] {
    return execFileSync('pgrep', ['-P', String(this.process.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  }
}
