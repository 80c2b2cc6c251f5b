// Bounds how many checks run at the same time, and so the sockets to the platform: one for each check.
import { bulkhead } from 'cockatiel'
import { ServerError } from '../errors'

export interface CheckRoom {
  /**
   * Takes a place. Returns what gives it back.
   *
   * @throws ServerError `overloaded` if there is none
   */
  takePlace(): () => void
}

/** A check rarely takes longer, so that a place is free by then, in ms. */
const RETRY_AFTER_MS = 1_000

export function createCheckRoom(places: number): CheckRoom {
  const policy = bulkhead(places)
  return {
    takePlace() {
      if (policy.executionSlots === 0) throw new ServerError('overloaded', { facts: { retryAfterMs: RETRY_AFTER_MS } })
      let leave: () => void = () => undefined
      const left = new Promise<void>((resolve) => {
        leave = resolve
      })
      void policy.execute(() => left)
      return leave
    },
  }
}
