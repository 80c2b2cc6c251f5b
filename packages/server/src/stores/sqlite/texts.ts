// Refuses texts that SQLite would not give back as they were: it ends a JSON text at a NUL, so that two keys would be
// one, and libsql ends the process for half a surrogate pair, which UTF-8 cannot express.
import { toUSVString } from 'node:util'

/** Every method of the store rejects with a `TypeError` if one of its arguments holds such a text. */
export function guardTexts<Store extends object>(store: Store): Store {
  const guarded = Object.entries(store).map(([name, call]) => [
    name,
    (...values: unknown[]) => (values.every(isKept) ? call(...values) : Promise.reject(createTextError())),
  ])
  return Object.fromEntries(guarded)
}

function isKept(value: unknown): boolean {
  if (typeof value === 'string') return toUSVString(value) === value && !value.includes('\0')
  return typeof value !== 'object' || value === null || Object.values(value).every(isKept)
}

/** The text itself may be secret. */
function createTextError(): TypeError {
  return new TypeError('a text for the store holds a NUL or half a surrogate pair')
}
