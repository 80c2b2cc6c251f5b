// A mini-program as the platform of the HTTPS edition.
import { createMiniProgramPlatform, type WxLike } from '../miniprogram'
import type { SystemInfo } from '../user-information'
import type { HttpsPlatform } from './platform'

export function createHttpsMiniProgramPlatform(wx: WxLike): HttpsPlatform {
  const { edition: imageEdition, fingerprint, ...platform } = createMiniProgramPlatform(wx)
  return {
    ...platform,
    edition: 'httpsMiniProgram',
    imageEdition,
    headers: { 'content-type': 'application/json' },
    callType: '6006',
    userInformation: (timezoneOffset) => encodeURIComponent(fingerprint(timezoneOffset)),
    forcesCellular: () => canForceCellular(readSystemInfo(wx)),
  }
}

/** The base library with `forceCellularNetwork`. On iOS such a request stays on Wi-Fi or fails (protocol.md §8). */
const FIRST_FORCING = [2, 21, 0]

/** A platform that cannot tell is not one that forces cellular. */
function readSystemInfo(wx: Pick<WxLike, 'getSystemInfoSync'>): SystemInfo {
  try {
    return wx.getSystemInfoSync()
  } catch {
    return {}
  }
}

function canForceCellular({ platform, SDKVersion }: SystemInfo): boolean {
  if (platform !== 'android') return false
  const parts = String(SDKVersion).split('.').map(Number)
  const differing = FIRST_FORCING.findIndex((first, at) => (parts[at] ?? 0) !== first)
  return differing === -1 || (parts[differing] ?? 0) > (FIRST_FORCING[differing] ?? 0)
}
