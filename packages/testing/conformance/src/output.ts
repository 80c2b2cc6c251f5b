// Where the command prints: two streams, and a status line if there is a terminal.
import { clearLine, cursorTo } from 'node:readline'

export interface Output {
  /** Prints results, to standard output. */
  out(text: string): void
  /** Prints errors and progress, to standard error. */
  err(text: string): void
  /** Replaces the status line, the last line of a terminal; `''` removes it. Undefined without a terminal. */
  readonly setStatus?: (text: string) => void
  /** Characters per line of standard output; `undefined` if it is not a terminal. */
  readonly columns?: number | undefined
}

/** Prints to the streams of a process. */
export function createOutput({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Output {
  const setStatus = (text: string) => {
    cursorTo(stderr, 0)
    clearLine(stderr, 0)
    // A line that wraps could not be cleared.
    stderr.write(text.slice(0, (stderr.columns || 80) - 1))
  }
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    ...(stderr.isTTY && { setStatus }),
    columns: stdout.columns as number | undefined,
  }
}
