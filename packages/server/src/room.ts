// Bounds how much work runs at the same time. What finds no room is refused at once: to let it wait would make
// everybody wait, also those whose login is under way.
import { ServerError } from './errors'

export interface Room {
  /**
   * Takes a place. Returns what gives it back.
   *
   * @throws ServerError `overloaded` if there is none
   */
  takePlace(): () => void
}

/** Work rarely takes longer, so that a place is free by then, in ms. */
const RETRY_AFTER_MS = 1_000

export function createRoom(places: number): Room {
  const taken = new Set<() => void>()
  return {
    takePlace() {
      if (taken.size >= places) throw new ServerError('overloaded', { facts: { retryAfterMs: RETRY_AFTER_MS } })
      const leave = () => void taken.delete(leave)
      taken.add(leave)
      return leave
    },
  }
}
