// Bounds how many checks run at the same time, and so the sockets to the platform: one for each check.
import { BulkheadRejectedError, bulkhead } from 'cockatiel'
import { ServerError } from '../errors'

export interface CheckRoom {
  /** @throws ServerError `overloaded` if it is full; the work is then not begun */
  enter<T>(work: () => Promise<T>): Promise<T>
}

/** A check rarely takes longer, so that a place is free by then, in ms. */
const RETRY_AFTER_MS = 1_000

export function createCheckRoom(places: number): CheckRoom {
  const policy = bulkhead(places)
  return {
    async enter(work) {
      try {
        return await policy.execute(work)
      } catch (error) {
        if (!(error instanceof BulkheadRejectedError)) throw error
        throw new ServerError('overloaded', { facts: { retryAfterMs: RETRY_AFTER_MS } })
      }
    },
  }
}
