// Refuses texts that SQLite would not give back as they were: it ends a JSON text at a NUL, so that two keys would be
// one, and libsql ends the process for half a surrogate pair, which UTF-8 cannot express.

const HALF_OF_PAIR = /\p{Surrogate}/u

/** Every method of the store rejects with a `TypeError` if one of its arguments holds such a text. */
export function guardTexts<Store extends object>(store: Store): Store {
  const guarded = Object.entries(store).map(([name, call]) => [
    name,
    async (...values: unknown[]) => {
      requireTexts(values)
      return call(...values)
    },
  ])
  return Object.fromEntries(guarded)
}

/** @throws TypeError */
function requireTexts(value: unknown): void {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) requireTexts(each)
  if (typeof value !== 'string' || !(value.includes('\0') || HALF_OF_PAIR.test(value))) return
  // The text itself may be secret.
  throw new TypeError('a text for the store holds a NUL or half a surrogate pair')
}
