// Which edition a script speaks. The older H5 script has no getImgSrc either, so its pre-sign tells.
import { APP_ID, HTTPS_VERSION, parseHttpsPreSign } from '@local-number/protocol'
import { readText, toRecord, type VendorYdrz } from './script'

/** Part of every edition's pre-sign. */
const TIMESTAMP = /\d{17}/

/** Asking again would create new ids under a running attempt. */
const KNOWN = new WeakMap<object, boolean>()

/**
 * Whether a script speaks the HTTPS edition, which works on https pages. It asks the script for a pre-sign, without any
 * request, once per script.
 *
 * @param appId the app's id on the open platform, 6–20 digits
 * @returns `false` also for an object that is not a script
 * @supported weapp, h5
 */
export function isHttpsScript(ydrz: VendorYdrz, appId: string): boolean {
  const { getSign, getImgSrc } = toRecord(ydrz)
  if (typeof getSign !== 'function' || typeof getImgSrc === 'function' || !APP_ID.test(appId)) return false
  const known = KNOWN.get(ydrz)
  if (known !== undefined) return known
  const preSign = readText(() => ydrz.getSign(appId, HTTPS_VERSION))
  const isHttps = parseHttpsPreSign(preSign, appId) !== null
  // A script that is not ready yet returns nothing, or a text without its ids.
  if (TIMESTAMP.test(preSign)) KNOWN.set(ydrz, isHttps)
  return isHttps
}
