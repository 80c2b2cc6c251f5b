// The 17-digit timestamps of the wire, `yyyyMMddHHmmssSSS` (protocol.md §2). They carry no zone.
import { ProtocolError } from './errors'

const MINUTE = 60_000
const QUARTER_HOUR = 15 * MINUTE

/** Minutes east of UTC. `Date.getTimezoneOffset()` counts the other way: negate it. */
export type UtcOffsetMinutes = number

/** Asia/Shanghai, which has no summer time: what servers of the platform and ours write. */
export const SHANGHAI: UtcOffsetMinutes = 8 * 60

/** The real UTC offsets of the world, −12…+14 h. */
const WESTERNMOST = -12 * 60 * MINUTE
const EASTERNMOST = 14 * 60 * MINUTE

const SHAPE = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/

/**
 * Writes an instant as the wall clock at a UTC offset shows it.
 *
 * @param epochMs milliseconds since 1970, a year of four digits
 * @throws ProtocolError `timestampOutOfRange`
 */
export function formatTimestamp(epochMs: number, offset: UtcOffsetMinutes): string {
  const wall = new Date(epochMs + offset * MINUTE)
  const year = wall.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) {
    throw new ProtocolError(
      'timestampOutOfRange',
      'the clock gives no year of four digits: check the time of the device',
    )
  }
  return wall.toISOString().replace(/\D/g, '')
}

/**
 * Reads a timestamp's wall clock.
 *
 * @returns the milliseconds that this wall clock would be in UTC, or `null` if it is no time at all (`0230` as a month…).
 */
export function parseTimestamp(text: string): number | null {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number)
  const wall = Date.UTC(year, month - 1, ...rest)
  // Date.UTC carries the 31st of June over into July: what does not read back as it was is no time.
  return new Date(wall).toISOString().replace(/\D/g, '') === text ? wall : null
}

/**
 * How far a phone's timestamp is from now, in ms, if the phone stands in the zone that fits best.
 * Phones abroad and containers in UTC are right (protocol.md §2), so only what remains beside a real UTC offset counts.
 *
 * @returns a distance of 0…450 000 ms inside the range of real offsets, more outside it; `null` for no timestamp.
 */
export function measureClockSkew(timestamp: string, nowMs: number): number | null {
  const wall = parseTimestamp(timestamp)
  if (wall === null) return null
  const distance = wall - nowMs
  const nearest = Math.round(distance / QUARTER_HOUR) * QUARTER_HOUR
  const offset = Math.min(EASTERNMOST, Math.max(WESTERNMOST, nearest))
  return Math.abs(distance - offset)
}
