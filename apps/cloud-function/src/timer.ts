// Whether a timer calls: its event says so, and unlike a page it has no OpenID.
import { z } from 'zod'

const timerEvent = z.object({ Type: z.literal('Timer') })

export function isTimer(event: unknown): boolean {
  return timerEvent.safeParse(event).success
}
