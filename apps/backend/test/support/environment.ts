// A complete, usable environment, and a log that tests can read.
import { serverEnvironment } from '../../../../packages/server/test/support/environment'

export const environment = { ...serverEnvironment, PORT: '0', LOCAL_NUMBER_STORE: 'memory' }

/** Creates a destination for the log that keeps its lines. */
export function createLogLines() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}
