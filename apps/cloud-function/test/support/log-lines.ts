import type { LogLines } from '../../src/log'

/** A console that keeps its lines. */
export function logLines(): LogLines & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (line: string) => void lines.push(line)
  return { lines, info: keep, warn: keep, error: keep }
}
