// Processes that write to a store: see `sqlite-writer.ts`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(__dirname, '../../../..')
const SCRIPT = join(__dirname, 'sqlite-writer.ts')

export interface WriterTask {
  readonly file: string
  /** What its keys begin with. */
  readonly prefix?: string
  readonly count: number
}

export interface SqliteWriter {
  /** Waits until it has added that many. */
  added(count: number): Promise<void>
  /** Lets it close the store once it has added all. Resolves with its lines. */
  finish(): Promise<readonly string[]>
  /** Resolves with the lines that it wrote until then. */
  kill(): Promise<readonly string[]>
}

export interface SqliteWriters {
  /** A process that adds its keys, and has the store open until `finish`. */
  start(task: WriterTask): SqliteWriter
  killAll(): Promise<void>
}

export function createSqliteWriters(): SqliteWriters {
  const writers: SqliteWriter[] = []
  return {
    start(task) {
      const writer = startWriter(task)
      writers.push(writer)
      return writer
    },
    async killAll() {
      await Promise.all(writers.splice(0).map((writer) => writer.kill()))
    },
  }
}

function startWriter({ file, prefix = 'key', count }: WriterTask): SqliteWriter {
  const options = ['--conditions=@local-number/source', '--import', 'tsx', SCRIPT, file, prefix, String(count)]
  const writer = spawn(process.execPath, options, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  const output = createInterface({ input: writer.stdout })
  output.on('line', (line) => lines.push(line))
  const ended = once(output, 'close').then(() => lines)
  const failEarly = async () => {
    throw new Error(`the writer ended after ${(await ended).length} lines`)
  }
  return {
    async added(some) {
      while (lines.length < some) await Promise.race([once(output, 'line'), failEarly()])
    },
    finish() {
      writer.stdin.end()
      return ended
    },
    kill() {
      writer.kill('SIGKILL')
      return ended
    },
  }
}
