/** Copies a value as JSON: both layers of a mini-program, and its cloud, exchange nothing else. */
export function cloneJson<T>(value: T): T {
  const text = JSON.stringify(value)
  return text === undefined ? (undefined as T) : JSON.parse(text)
}

/**
 * Copies data for `this.data`: as JSON, but with its functions, which `setData` accepts since base library 2.0.9.
 *
 * @throws TypeError if the data contains itself, or a BigInt
 */
export function cloneData<T>(value: T): T {
  JSON.stringify(value)
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value === 'function') return value
  if (typeof value !== 'object' || value === null) return cloneJson(value)
  if (Array.isArray(value)) return value.map((each) => copy(each) ?? null)
  const { toJSON } = value as { toJSON?: unknown }
  if (typeof toJSON === 'function') return cloneJson(value)
  const members = Object.entries(value).map(([name, each]) => [name, copy(each)] as const)
  return Object.fromEntries(members.filter(([, each]) => each !== undefined))
}
