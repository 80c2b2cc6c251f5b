// Only what was changed in a form is sent: what another person changed meanwhile stays theirs.

export function changed<T extends object>(now: T, then: T): Partial<T> {
  const names = Object.keys(now) as (keyof T)[]
  const different = names.filter((name) => !isSame(now[name], then[name]))
  return Object.fromEntries(different.map((name) => [name, now[name]])) as Partial<T>
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
