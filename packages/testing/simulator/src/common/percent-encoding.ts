// Percent-encoding in untrusted text: once, not at all, or broken.

/** Decodes the text once. Text that is not percent-encoded stays as it is. */
export function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
