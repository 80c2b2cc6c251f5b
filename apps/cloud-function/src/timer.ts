// Recognizes the event of a timer. A page could send the same event, but only with an OpenID.
import { z } from 'zod'

const timerEvent = z.object({ Type: z.literal('Timer') })

export function isTimer(event: unknown): boolean {
  return timerEvent.safeParse(event).success
}
