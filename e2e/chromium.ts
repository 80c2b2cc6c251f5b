// Where Debian installs Chromium. Elsewhere Playwright's own is used when it is installed.
import { existsSync } from 'node:fs'

/** The headless shell first: the same engine without the desktop browser around it takes half the time. */
export const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const

/** The path of the installed one, or `undefined` for Playwright's own. */
export function findChromium(): string | undefined {
  return CHROMIUMS.find((path) => existsSync(path))
}
