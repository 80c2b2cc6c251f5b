// The pauses of a request that waits for another one's end, which may run in another process: it asks the store again.
import { setTimeout as wait } from 'node:timers/promises'

/** In ms. */
const PAUSES_MS = [25, 50, 100, 200, 400] as const

/** How often to look again before the other request counts as lost, where nothing else tells. */
export const PAUSES = PAUSES_MS.length

/** Waits before looking again for the `round`th time, from 0. The last pause repeats. */
export async function pause(round: number): Promise<void> {
  await wait(PAUSES_MS[Math.min(round, PAUSES - 1)])
}
