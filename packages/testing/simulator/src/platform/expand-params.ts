// expandParams as the platform reads it: `k=v` pairs joined by `|`, raw [G] or percent-encoded [H].
import { decodedOnce } from './percent-encoding'

/**
 * Pieces that are no pair are passed over: the carrier's own SDK sends `callType=6005|undefined` when its caller gives no
 * expandParams (protocol.md §3).
 */
export function readExpandParams(text: string): ReadonlyMap<string, string> {
  const raw = text.includes('=') ? text : decodedOnce(text)
  const pairs = raw.split('|').map((piece) => /^([^=]+)=(.*)$/s.exec(piece))
  return new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])))
}
