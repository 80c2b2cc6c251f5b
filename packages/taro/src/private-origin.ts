// Keeps a simulator's address away from real users: a loopback or private address leads nowhere on their phones, or
// worse, to somebody else's machine in their network.
import type { SdkOptions } from '@local-number/jssdk'
import type { Line } from '@local-number/protocol'
import { getAccountInfoSync } from '@tarojs/taro'

/** Loopback, link-local and private addresses (RFC 1122, 1918, 3927, 4193, 4291), and names that lead there. */
const PRIVATE =
  /^\w+:\/\/(?:[\w-]+@)?(?:(?:[\w-]+\.)*localhost|[\w-]+\.local|0\.0\.0\.0|(?:127|10)(?:\.\d+){3}|(?:192\.168|169\.254)(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[(?:::1?|f[cd][\da-f:]+|fe[89ab][\da-f:]+)\])\.?(?::\d*)?(?:[/?#]|$)/i

export function isPrivateAddress(url: string): boolean {
  return PRIVATE.test(url)
}

/** Whether the options send this line to a loopback or private address. */
export function usesPrivateOrigin(origins: SdkOptions['origins'], line: Line): boolean {
  return Object.values(origins?.[line] ?? {}).some(isPrivateAddress)
}

/** Whether real users see this page: a released mini-program, or a web page whose own host is public. */
export function isForUsers(): boolean {
  if (process.env.TARO_ENV === 'h5') {
    const { protocol, href } = window.location
    return /^https?:$/.test(protocol) && !isPrivateAddress(href)
  }
  return process.env.TARO_ENV === 'weapp' && getAccountInfoSync().miniProgram.envVersion === 'release'
}
