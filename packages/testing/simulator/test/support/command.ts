// The command as a process, started from its sources, with what it has said so far.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../../../..')
const MAIN = join(__dirname, '../../src/cli.ts')

const running = new Set<Command>()

afterEach(async () => {
  await Promise.all([...running].map((command) => command.stop('SIGKILL')))
})

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Where it is started. Default: the repository. */
  readonly cwd?: string
}

export class Command {
  readonly process: ChildProcessWithoutNullStreams
  out = ''
  err = ''
  readonly #over: Promise<unknown>

  constructor(args: readonly string[], { env, cwd = ROOT }: CommandOptions = {}) {
    const source = [
      '--conditions',
      '@local-number/source',
      '--import',
      join(ROOT, 'node_modules/tsx/dist/esm/index.mjs'),
    ]
    this.process = spawn(process.execPath, [...source, MAIN, ...args], { cwd, env: { ...process.env, ...env } })
    this.process.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      this.out += chunk
    })
    this.process.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.err += chunk
    })
    this.#over = once(this.process, 'close').finally(() => running.delete(this))
    running.add(this)
  }

  /** Resolves when it has said the last line of its welcome. */
  async ready(): Promise<this> {
    while (!this.out.includes('Ctrl-C stops it.\n')) {
      const ended = await Promise.race([
        once(this.process.stdout, 'data').then(() => false),
        this.#over.then(() => true),
      ])
      if (ended) throw new Error(`it has ended:\n${this.err}`)
    }
    return this
  }

  /** The rest of the line that begins with a word, up to the first blank. */
  line(word: string): string {
    const [, value = ''] = new RegExp(`^${word}[ =]+(\\S+)`, 'm').exec(this.out) ?? []
    return value
  }

  /** The lines for a business server, by name. */
  get environment(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.out.matchAll(/^(LOCAL_NUMBER_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
  }

  /** @returns exit code and signal */
  async ended(): Promise<readonly [number | null, NodeJS.Signals | null]> {
    await this.#over
    return [this.process.exitCode, this.process.signalCode]
  }

  stop(signal: NodeJS.Signals = 'SIGINT') {
    this.process.kill(signal)
    return this.ended()
  }
}
