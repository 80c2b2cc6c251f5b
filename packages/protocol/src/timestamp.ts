// The 17-digit timestamps of the wire, `yyyyMMddHHmmssSSS` (protocol.md §2). They carry no zone.
import { ProtocolError } from './errors'

const MINUTE = 60_000
const QUARTER_HOUR = 15 * MINUTE

/** Minutes east of UTC: `-new Date().getTimezoneOffset()`. */
export type UtcOffsetMinutes = number

/** Asia/Shanghai, which has no summer time: the platform's servers and ours write it. */
export const SHANGHAI: UtcOffsetMinutes = 8 * 60

/** The range of real UTC offsets, −12…+14 h. */
const WESTERNMOST = -12 * 60 * MINUTE
const EASTERNMOST = 14 * 60 * MINUTE

const SHAPE = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/

/**
 * Writes an instant as the local time at a UTC offset.
 *
 * @param epochMs milliseconds since 1970; the year must have four digits
 * @throws ProtocolError `timestampOutOfRange`
 */
export function formatTimestamp(epochMs: number, offset: UtcOffsetMinutes): string {
  const wall = new Date(epochMs + offset * MINUTE)
  const year = wall.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) {
    throw new ProtocolError('timestampOutOfRange', 'the year must have four digits: check the clock of the device')
  }
  return wall.toISOString().replace(/\D/g, '')
}

/**
 * Reads a timestamp's local time.
 *
 * @returns the ms since 1970 of this local time in UTC, or `null` for a text that is not a time, e.g. a 31st of June
 */
export function parseTimestamp(text: string): number | null {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second, ms] = match.slice(1).map(Number) as Fields
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  const date = new Date(wall)
  // Date.UTC turns the 31st of June into the 1st of July, and a 24th hour into the next day. A field that is out of
  // range changes at least one of these.
  const readsBack =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  return readsBack ? wall : null
}

type Fields = [year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number]

/**
 * Measures how far a phone's timestamp is from now, in ms, at the UTC offset that fits best. Phones abroad and
 * containers in UTC are right (protocol.md §2), so only the difference to a real UTC offset counts.
 *
 * @returns 0…450 000 ms within the range of real offsets, more outside it; `null` for a text that is not a timestamp
 */
export function measureClockSkew(timestamp: string, nowMs: number): number | null {
  const wall = parseTimestamp(timestamp)
  if (wall === null) return null
  const distance = wall - nowMs
  const nearest = Math.round(distance / QUARTER_HOUR) * QUARTER_HOUR
  const offset = Math.min(EASTERNMOST, Math.max(WESTERNMOST, nearest))
  return Math.abs(distance - offset)
}
