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

/** Of the messages of an hour: what one address, or one prefix, may get; and how many are many for all together. */
export function getShare(messagesPerHour: number): number {
  return Math.floor(messagesPerHour * 0.1)
}
