// How far the timestamp of a message is from now.

const MINUTE = 60_000
const QUARTER_HOUR = 15 * MINUTE

/** The range of real UTC offsets, −12…+14 h. */
const WESTERNMOST = -12 * 60 * MINUTE
const EASTERNMOST = 14 * 60 * MINUTE

const SHAPE = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/

/**
 * Measures at the UTC offset that fits best: a timestamp carries no zone, a server writes Shanghai's time and a phone
 * its own (protocol.md §9).
 *
 * @returns ms; `null` for a text that is not a time
 */
export function measureClockSkew(timestamp: string, now: number): number | null {
  const wall = parseWallTime(timestamp)
  if (wall === null) return null
  const distance = wall - now
  const nearest = Math.round(distance / QUARTER_HOUR) * QUARTER_HOUR
  return Math.abs(distance - Math.min(EASTERNMOST, Math.max(WESTERNMOST, nearest)))
}

/** The ms since 1970 of this local time in UTC. */
function parseWallTime(timestamp: string): number | null {
  const match = SHAPE.exec(timestamp)
  if (!match) return null
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number)
  const wall = Date.UTC(year, month - 1, ...rest)
  // Date.UTC turns the 31st of June into the 1st of July: such a text does not read back the same.
  return new Date(wall).toISOString().replace(/\D/g, '') === timestamp ? wall : null
}
