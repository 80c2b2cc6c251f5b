// The mark of a demo value. It stays on the value wherever it is copied to, so that production can refuse it.

const MARK = 'demo:'

export function asDemo(value: string): string {
  return `${MARK}${value}`
}

export function isDemo(value: string): boolean {
  return value.includes(MARK)
}

export function withoutMark(value: string): string {
  return value.startsWith(MARK) ? value.slice(MARK.length) : value
}
