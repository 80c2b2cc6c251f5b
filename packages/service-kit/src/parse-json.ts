/** Parses JSON from outside. Returns `undefined` for malformed text: JSON itself never yields `undefined`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
