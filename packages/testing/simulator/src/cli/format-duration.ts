// A duration in words.

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000] as const

/** The longest first. A duration of that size is rounded to `precision`. */
const UNITS = [
  { name: 'day', ms: DAY, precision: HOUR },
  { name: 'hour', ms: HOUR, precision: MINUTE },
  { name: 'minute', ms: MINUTE, precision: SECOND },
  { name: 'second', ms: SECOND, precision: SECOND },
] as const

/** E.g. `1 day` or `2 hours 5 minutes`: two units at most. */
export function formatDuration(ms: number): string {
  const { precision } = UNITS.find((unit) => ms >= unit.ms) ?? { precision: SECOND }
  let left = Math.round(ms / precision) * precision
  const parts = UNITS.flatMap((unit) => {
    const count = Math.floor(left / unit.ms)
    left -= count * unit.ms
    return count > 0 ? [`${count} ${unit.name}${count > 1 ? 's' : ''}`] : []
  })
  return parts.length > 0 ? parts.join(' ') : 'less than a second'
}
