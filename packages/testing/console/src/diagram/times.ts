// Times and durations as text. The simulator's clock can be moved by days during a login, so gaps can be long.
import type { Exchange } from '@local-number/simulator-contract'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The names of the units in a language. */
export interface Units {
  readonly ms: string
  readonly s: string
  readonly min: string
  readonly h: string
  readonly d: string
}

/** `<1 ms`, `142 ms`, `1.24 s`, `2 min 5 s`, `3 h 20 min`, `1 d 4 h`; with a minus when negative. */
export function formatDuration(ms: number, units: Units): string {
  const sign = ms < 0 ? '−' : ''
  const size = Math.abs(ms)
  if (size > 0 && size < 1) return `<1 ${units.ms}`
  if (size < SECOND) return `${sign}${Math.round(size)} ${units.ms}`
  if (size < MINUTE) return `${sign}${Number((size / SECOND).toFixed(2))} ${units.s}`
  return sign + formatTwoUnits(size, units)
}

function formatTwoUnits(ms: number, units: Units): string {
  if (ms < HOUR) return formatPair(ms, [MINUTE, units.min], [SECOND, units.s])
  if (ms < DAY) return formatPair(ms, [HOUR, units.h], [MINUTE, units.min])
  return formatPair(ms, [DAY, units.d], [HOUR, units.h])
}

function formatPair(ms: number, [large, largeName]: [number, string], [small, smallName]: [number, string]): string {
  const rest = Math.floor((ms % large) / small)
  return `${Math.floor(ms / large)} ${largeName}${rest === 0 ? '' : ` ${rest} ${smallName}`}`
}

/** Between the answer to one call and the next call; `null` before the first, and while there was no answer. */
export function getGapBefore(exchange: Exchange, previous: Exchange | undefined): number | null {
  if (previous === undefined || previous.answer === null) return null
  return exchange.at - (previous.at + previous.answer.ms)
}

/** From the first message to the last one so far; `null` until there was an answer. */
export function measureDuration(exchanges: readonly Exchange[]): number | null {
  const first = exchanges[0]
  const last = exchanges.at(-1)
  if (first === undefined || last === undefined || last.answer === null) return null
  return last.at + last.answer.ms - first.at
}

/** `14:03:09.120` in the browser's time zone. */
export function formatClockTime(at: number): string {
  const time = new Date(at)
  const seconds = `${padTwo(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`
  return `${padTwo(time.getHours())}:${padTwo(time.getMinutes())}:${seconds}`
}

/** `2026-11-24 14:03:09`. */
export function formatDateTime(at: number): string {
  const time = new Date(at)
  return `${time.getFullYear()}-${padTwo(time.getMonth() + 1)}-${padTwo(time.getDate())} ${formatClockTime(at).slice(0, 8)}`
}

/** `14:03:09`, after the date unless it is today. */
export function formatTimeOnDay(at: number, now: number): string {
  const [date, time] = formatDateTime(at).split(' ') as [string, string]
  return formatDateTime(now).startsWith(date) ? time : `${date} ${time}`
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0')
}
