// How far the simulator's clock is from the machine's, in words.
import { duration } from '../diagram/times'
import type { Texts } from '../texts/texts'

export function clockWords(offsetMs: number, { clock, diagram }: Texts): string {
  if (offsetMs === 0) return clock.real
  const size = duration(Math.abs(offsetMs), diagram.units)
  return offsetMs > 0 ? clock.ahead(size) : clock.behind(size)
}
