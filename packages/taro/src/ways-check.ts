// In development, warns about a login without another way.
import type { LocalNumberLoginProps } from './props'

const NO_OTHER_WAY =
  'noOtherWay: whoever cannot be verified by the SIM (another carrier, Wi-Fi only, no checks left) cannot log in. ' +
  'Give <LocalNumberLogin> `otherWays` or `renderFallback`.'

let warned = false

/** Warns once per start of the app. */
export function warnAboutDeadEnds({ otherWays, renderFallback }: LocalNumberLoginProps): void {
  if (warned || otherWays?.length || renderFallback) return
  warned = true
  // biome-ignore lint/suspicious/noConsole: the one line meant for the developer's console.
  console.warn(NO_OTHER_WAY)
}
