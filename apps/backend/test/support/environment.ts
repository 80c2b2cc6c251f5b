// A whole, usable environment, and a log that can be read.
import { serverEnvironment } from '../../../../packages/server/test/support/environment'

export const environment = { ...serverEnvironment, PORT: '0' }

/** A destination for the log that keeps its lines. */
export function logLines() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}
