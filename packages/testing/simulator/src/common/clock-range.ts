// The times that the simulator's clock can show.

/** The first millisecond of the year 10,000: dates have four-digit years. */
const END = Date.UTC(10_000, 0)

/** @param time milliseconds since 1970 */
export function isOnClock(time: number): boolean {
  return time >= 0 && time < END
}
