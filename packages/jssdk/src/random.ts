// Random bytes, as good as the platform has them.

/**
 * From the platform's secure randomness where it has one. WeChat's logic layer has none at hand; the carrier's own SDK
 * draws its ids from Math.random [H].
 */
export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) return crypto.getRandomValues(bytes)
  return bytes.map(() => Math.floor(Math.random() * 256))
}
