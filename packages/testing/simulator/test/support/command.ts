// The built command as a process, with everything it has printed so far.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFingerprint } from '../../../../../tsup.fingerprint'

const PACKAGE = join(__dirname, '../..')
const MAIN = join(PACKAGE, 'dist/cli.js')
/** What the build contains, as tsup.config.ts lists it. */
const SOURCES = ['src', '../simulator-contract/src', '../../service-kit/src'].map((path) => join(PACKAGE, path))

const running = new Set<Command>()

beforeAll(requireFreshBuild)

afterEach(async () => {
  await Promise.all([...running].map((command) => command.stop('SIGKILL')))
})

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  /** @default the package's folder */
  readonly cwd?: string
}

export class Command {
  readonly process: ChildProcessWithoutNullStreams
  out = ''
  err = ''
  readonly #end: Promise<unknown>

  constructor(args: readonly string[], { env, cwd = PACKAGE }: CommandOptions = {}) {
    this.process = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...env } })
    this.process.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      this.out += chunk
    })
    this.process.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.err += chunk
    })
    this.#end = once(this.process, 'close').finally(() => running.delete(this))
    running.add(this)
  }

  /** Resolves when the command has printed the last line of its welcome. */
  async waitUntilReady(): Promise<this> {
    while (!this.out.includes('Ctrl-C stops it.\n')) {
      const hasEnded = await Promise.race([
        once(this.process.stdout, 'data').then(() => false),
        this.#end.then(() => true),
      ])
      if (hasEnded) throw new Error(`the command has ended:\n${this.err}`)
    }
    return this
  }

  /** The next word after the first words of a line. */
  findValue(firstWords: string): string {
    const [, value = ''] = new RegExp(`^${firstWords}[ =]+(\\S+)`, 'm').exec(this.out) ?? []
    return value
  }

  /** The printed variables for a business server, by name. */
  get environment(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.out.matchAll(/^(LOCAL_NUMBER_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
  }

  /** @returns exit code and signal */
  async waitForEnd(): Promise<readonly [number | null, NodeJS.Signals | null]> {
    await this.#end
    return [this.process.exitCode, this.process.signalCode]
  }

  stop(signal: NodeJS.Signals = 'SIGINT') {
    this.process.kill(signal)
    return this.waitForEnd()
  }
}

export function requireFreshBuild(): void {
  const remedy = 'run npm run build in packages/testing/simulator'
  let built = ''
  try {
    built = readFileSync(MAIN, 'utf8')
  } catch {
    throw new Error(`dist/cli.js is missing: ${remedy}`)
  }
  if (!built.includes(createFingerprint(...SOURCES)))
    throw new Error(`dist/cli.js is older than its sources: ${remedy}`)
}
