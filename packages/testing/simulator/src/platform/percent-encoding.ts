// Percent-encoding as strangers send it: perhaps once, perhaps not at all, perhaps broken.

/** The text decoded once, or unchanged when it is not percent-encoded. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
