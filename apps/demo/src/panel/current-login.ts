// The login on the screen, as the console finds it: every msgId of it begins with its reference.
import type { LoginRecord } from '@local-number/taro'

const REFERENCE_LENGTH = 8

let reference = ''

/** For `onEvent`. */
export function followLogin({ traceId }: LoginRecord): void {
  reference = traceId.slice(0, REFERENCE_LENGTH)
}

/** The console's page with this login; its list, while nothing has happened yet. */
export function toConsoleUrl(consoleOrigin: string): string {
  return reference === '' ? `${consoleOrigin}/#/` : `${consoleOrigin}/#/traces/${reference}`
}
