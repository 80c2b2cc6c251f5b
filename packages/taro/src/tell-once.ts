// A line for the developer's console, once per start of the app.

const told = new Set<string>()

/** @param cause names the line: nothing more is said about it */
export function tellOnce(cause: string, line: string, level: 'error' | 'warn' = 'error'): void {
  if (told.has(cause)) return
  told.add(cause)
  // biome-ignore lint/suspicious/noConsole: meant for the developer's console.
  console[level](line)
}
