// A form sends only what was changed in it: what another person changed meanwhile stays as it is.

export function pickChanges<T extends object>(now: T, before: T): Partial<T> {
  const names = Object.keys(now) as (keyof T)[]
  const changed = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]))
  return Object.fromEntries(changed.map((name) => [name, now[name]])) as Partial<T>
}
