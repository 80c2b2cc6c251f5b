// How far the simulator's clock differs from the machine's, in words.
import { formatDuration } from '../diagram/times'
import type { Texts } from '../texts/texts'

export function describeClock(offsetMs: number, { clock, diagram }: Texts): string {
  if (offsetMs === 0) return clock.real
  const size = formatDuration(Math.abs(offsetMs), diagram.units)
  return offsetMs > 0 ? clock.ahead(size) : clock.behind(size)
}
