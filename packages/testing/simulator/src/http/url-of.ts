// Reads an address that a stranger has sent.

/** `null` for what is none. Not by `URL.canParse`, which of Node 20 takes some that `new URL` does not. */
export function urlOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
