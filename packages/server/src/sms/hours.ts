// Hours by the clock, for what is counted per hour.

/** In ms. */
export const HOUR = 3_600_000

/** The number of the hour since 1970. */
export function getHour(epochMs: number): number {
  return Math.floor(epochMs / HOUR)
}

/** Until the next hour, in ms. */
export function getMsToNextHour(epochMs: number): number {
  return HOUR - (epochMs % HOUR)
}
