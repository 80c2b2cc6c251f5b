// Lets time pass for the business server: by moving its clock if the caller can, otherwise by waiting.
import { setTimeout as wait } from 'node:timers/promises'
import { Unmet } from '../scenario'

/** Moves the server's clock by so many ms, and back if negative. */
export type MoveClock = (byMs: number) => void | Promise<void>

export interface ServerClock {
  /** @throws Unmet if that takes too long */
  pass(ms: number): Promise<void>
  /** Takes back what was moved. */
  restore(): Promise<void>
}

/** The longest that a scenario waits in real time, in ms. */
export const MOST_WAIT_MS = 90_000

/** A server's time limits are over after them, not at them; timers may be early. */
const MARGIN_MS = 50

export function createServerClock(move: MoveClock | undefined): ServerClock {
  let moved = 0
  return {
    async pass(ms) {
      if (move === undefined) return waitFor(ms + MARGIN_MS)
      moved += ms + MARGIN_MS
      await move(ms + MARGIN_MS)
    },
    async restore() {
      const back = -moved
      moved = 0
      if (back !== 0) await move?.(back)
    },
  }
}

async function waitFor(ms: number): Promise<void> {
  if (ms > MOST_WAIT_MS) {
    throw new Unmet(
      `not judged: another message may be sent after ${ms} ms only: configure less than ${MOST_WAIT_MS} ms`,
    )
  }
  await wait(ms)
}
