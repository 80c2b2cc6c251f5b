// Bounds how much work runs at the same time. What finds no room is refused at once: to let it wait would make
// everybody wait, also those whose login is under way.
import { ServerError } from './errors'

export interface Room {
  /**
   * Takes a place. Returns what gives it back.
   *
   * @param owner whose share of a room that is more than half full this counts for; without one, only the room counts
   * @throws ServerError `overloaded` if there is none
   */
  takePlace(owner?: string): () => void
}

/** Work rarely takes longer, so that a place is free by then, in ms. */
const RETRY_AFTER_MS = 1_000

/**
 * Of the places: what one owner may have once more than half are taken. Before that, nobody is short of room. Thousands
 * of honest users may be one owner, behind a carrier's IPv4 address: its 20 signatures a second (`signsPerIpv4`) are
 * within a quarter of 256 places until each check takes three seconds.
 */
const SHARE = 0.25
const PRESSURE = 0.5

export function createRoom(places: number): Room {
  const taken = new Map<() => void, string | undefined>()
  const countOwned = (owner: string) => [...taken.values()].filter((other) => other === owner).length
  const hasRoom = (owner: string | undefined) => {
    if (taken.size >= places) return false
    const isTight = taken.size > places * PRESSURE
    return !isTight || owner === undefined || countOwned(owner) < Math.max(1, places * SHARE)
  }
  return {
    takePlace(owner) {
      if (!hasRoom(owner)) throw new ServerError('overloaded', { facts: { retryAfterMs: RETRY_AFTER_MS } })
      const leave = () => void taken.delete(leave)
      taken.set(leave, owner)
      return leave
    },
  }
}
