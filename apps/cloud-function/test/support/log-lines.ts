import type { LogLines } from '../../src/log'

/** Creates a console that keeps its lines. */
export function createLogLines(): LogLines & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (line: string) => void lines.push(line)
  return { lines, info: keep, warn: keep, error: keep }
}
