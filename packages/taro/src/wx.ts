// Taro in the place of `wx`: it has the same interface, with wider types.
import type { WxLike } from '@local-number/jssdk/miniprogram'
import { getAccountInfoSync, getNetworkType, getSystemInfoSync, request } from '@tarojs/taro'

export function createWx(): WxLike {
  return {
    getSystemInfoSync: () => getSystemInfoSync(),
    getAccountInfoSync: () => getAccountInfoSync(),
    getNetworkType: (options) => getNetworkType(options),
    request: (options) => request(options),
  }
}
