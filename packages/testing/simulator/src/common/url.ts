// Parses URLs from untrusted text.

/** `null` if it is not a URL. `URL.canParse` of Node 20 accepts some texts that `new URL` refuses. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
