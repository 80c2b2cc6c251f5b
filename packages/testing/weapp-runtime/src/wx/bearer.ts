// Over which network a request leaves the phone: `wx.request({ forceCellularNetwork: true })` beside Wi-Fi. Developers
// saw it work on Android; on iOS and without a SIM it fails (protocol.md §8).
import type { NetworkType } from '../device'
import { CallFailure } from './call-failure'
import { ERRNO } from './request-queue'
import { isAtLeast } from './version'

/** The first base library that knows the option. Older ones ignore it. */
const LEAST_VERSION = '2.21.0'

export interface Modem {
  readonly networkType: NetworkType | null
  /** See `DeviceSettings.mobileData`. */
  readonly mobileData: boolean
  /** `platform` of `wx.getSystemInfoSync()`. */
  readonly platform: unknown
  /** Its `SDKVersion`. */
  readonly baseLibrary: unknown
}

/**
 * Returns `cellular` for a request that bypasses Wi-Fi, `null` for one that leaves over the current network.
 *
 * @throws CallFailure if the phone cannot send it so
 */
export function chooseBearer(forceCellularNetwork: unknown, modem: Modem): 'cellular' | null {
  const isForced = forceCellularNetwork === true && isAtLeast(modem.baseLibrary, LEAST_VERSION)
  // Any other network is cellular already.
  if (!isForced || modem.networkType !== 'wifi') return null
  // WeChat's words on iOS, with or without a SIM.
  if (modem.platform === 'ios') throw new CallFailure('bind mobile socket failed', ERRNO.unreachable)
  // DevTools and PCs have no modem, and send it as any other.
  if (modem.platform !== 'android') return null
  // The words are made up: nobody has published Android's.
  if (!modem.mobileData) throw new CallFailure('cellular network is not available', ERRNO.unreachable)
  return 'cellular'
}
