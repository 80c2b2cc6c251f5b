// A command of this repository as a process, and what it has said so far.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'

export class Command {
  readonly process: ChildProcess
  /** Both streams. */
  said = ''
  /** The exit code; `null` for a process that a signal ended. */
  readonly over: Promise<number | null>

  constructor(node: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string) {
    const child = spawn(process.execPath, node, { env: { ...process.env, NODE_ENV: '', ...env }, cwd })
    this.process = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        this.said += chunk
      })
    }
    this.over = new Promise((resolve) => child.once('close', resolve))
  }

  /** Ids of the processes that it has started and that still run. */
  get children(): readonly number[] {
    return execFileSync('pgrep', ['-P', String(this.process.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  }
}
