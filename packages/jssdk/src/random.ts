// Random bytes from the best source of the platform.

/**
 * From the platform's secure randomness. WeChat's logic layer has none: there the bytes come from Math.random, as do
 * the ids of the carrier's own SDK [H].
 */
export function getRandomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) return crypto.getRandomValues(bytes)
  return bytes.map(() => Math.floor(Math.random() * 256))
}
