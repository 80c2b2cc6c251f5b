// Versions of WeChat's base library.

/** Whether a version such as `3.7.0` is this one or a later one. A phone that names no version has an old one. */
export function isAtLeast(version: unknown, least: string): boolean {
  const [has, needs] = [toNumbers(String(version ?? '')), toNumbers(least)]
  const difference = needs.map((part, index) => (has[index] ?? 0) - part).find((each) => each !== 0)
  return difference === undefined || difference > 0
}

function toNumbers(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
