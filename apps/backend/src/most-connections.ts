// How many connections the service takes. Each costs a file descriptor, and an answer may need a second one, for a call
// to the platform: half of them stay for those and for the stores.
import { readFileSync } from 'node:fs'

/** A half of the files that this process may open; without a bound where the system does not say how many. */
export function countMostConnections(): number {
  const [, files] = /^Max open files +(\d+)/m.exec(readLimits()) ?? []
  return files === undefined ? Number.POSITIVE_INFINITY : Math.floor(Number(files) / 2)
}

/** Linux alone has the file. */
function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return ''
  }
}
