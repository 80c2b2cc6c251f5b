// expandParams as the platform parses it: `k=v` pairs joined by `|`, raw [G] or percent-encoded [H].
import { decodeOnce } from '../common/percent-encoding'

/**
 * Skips pieces without `=`: the carrier's own SDK sends `callType=6005|undefined` when its caller gives no expandParams
 * (protocol.md §3).
 */
export function parseExpandParams(text: string): ReadonlyMap<string, string> {
  const raw = text.includes('=') ? text : decodeOnce(text)
  const pairs = raw.split('|').map((piece) => /^([^=]+)=(.*)$/s.exec(piece))
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])))
}
