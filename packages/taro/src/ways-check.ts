// In development, warns about a login without another way, or without a way out.
import type { LocalNumberLoginProps } from './props'
import { tellOnce } from './tell-once'

const NO_OTHER_WAY =
  'noOtherWay: whoever cannot be verified by the SIM (another carrier, Wi-Fi only, no checks left) cannot log in. ' +
  'Give <LocalNumberLogin> `otherWays` or `renderFallback`.'

const NO_WAY_OUT =
  'noWayOut: a sheet lies over the page, and this one cannot be closed from within. Give <LocalNumberLogin> `onCancel`, ' +
  'which closes your panel: a cross appears at its corner.'

/** Warns once per start of the app. */
export function warnAboutDeadEnds({ otherWays, renderFallback, layout, onCancel }: LocalNumberLoginProps): void {
  if (!otherWays?.length && !renderFallback) tellOnce('noOtherWay', NO_OTHER_WAY, 'warn')
  if (layout === 'sheet' && !onCancel) tellOnce('noWayOut', NO_WAY_OUT, 'warn')
}
