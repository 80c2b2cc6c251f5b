// In development, warns about a login without another way.
import type { LocalNumberLoginProps } from './props'
import { tellOnce } from './tell-once'

const NO_OTHER_WAY =
  'noOtherWay: whoever cannot be verified by the SIM (another carrier, Wi-Fi only, no checks left) cannot log in. ' +
  'Give <LocalNumberLogin> `otherWays` or `renderFallback`.'

/** Warns once per start of the app. */
export function warnAboutDeadEnds({ otherWays, renderFallback }: LocalNumberLoginProps): void {
  if (!otherWays?.length && !renderFallback) tellOnce('noOtherWay', NO_OTHER_WAY, 'warn')
}
