// The platforms that Taro builds for, as the login sees them. `process.env.TARO_ENV` is a constant in every Taro build,
// so that each build keeps its own branch only.
import type { CarrierSdk, SdkOptions, Transport } from '@local-number/jssdk'
import { canRetrieveNumber, createFetchTransport, createH5Sdk } from '@local-number/jssdk/h5'
import { createMiniProgramSdk, createWxTransport, type WxLike } from '@local-number/jssdk/miniprogram'
import type { CallFunction, ForegroundPort, LoginPorts, Unsupported } from '@local-number/login'
import {
  cloud,
  getAccountInfoSync,
  getNetworkType,
  getSystemInfoSync,
  offAppHide,
  offAppShow,
  offNetworkStatusChange,
  onAppHide,
  onAppShow,
  onNetworkStatusChange,
  request,
  requirePrivacyAuthorize,
} from '@tarojs/taro'

export interface LoginPlatform extends Pick<LoginPorts, 'authorize' | 'foreground'> {
  readonly sdk: CarrierSdk
  readonly post: Transport
  /** `null` where there is no `wx.cloud`. */
  readonly callFunction: CallFunction | null
  onNetworkChange(listener: () => void): () => void
  /** Why the image cannot be loaded from that origin; an origin that is missing is refused later, by name. */
  unsupported(imageOrigin: string | undefined): Unsupported | null
}

const HTTPS_PAGE: Unsupported = { reason: 'httpsPage', code: null }

/** The platform of this build. WeChat mini-programs and browsers take numbers, all others fall back. */
export function currentPlatform(origins: SdkOptions['origins']): LoginPlatform {
  if (process.env.TARO_ENV === 'h5') {
    return {
      sdk: createH5Sdk(window, { origins }),
      post: createFetchTransport((input, init) => window.fetch(input, init)),
      callFunction: null,
      onNetworkChange,
      foreground: pageForeground,
      unsupported: (imageOrigin = '') => (canRetrieveNumber(window, imageOrigin) ? null : HTTPS_PAGE),
    }
  }
  const wx = wxOfTaro()
  return {
    sdk: createMiniProgramSdk(wx, { origins }),
    post: createWxTransport(wx),
    callFunction: process.env.TARO_ENV === 'weapp' && cloud ? (call) => cloud.callFunction(call) : null,
    onNetworkChange,
    ...(process.env.TARO_ENV === 'weapp' ? { authorize: authorizeInWeChat, foreground: appForeground } : {}),
    unsupported: () =>
      process.env.TARO_ENV === 'weapp' ? null : { reason: 'platformUnsupported', code: process.env.TARO_ENV ?? null },
  }
}

function onNetworkChange(listener: () => void): () => void {
  onNetworkStatusChange(listener)
  return () => offNetworkStatusChange(listener)
}

/** WeChat asks its users where the app's privacy guide wants it; those before base library 2.32.3 ask nothing. */
function authorizeInWeChat(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (typeof requirePrivacyAuthorize !== 'function') return resolve()
    requirePrivacyAuthorize({ success: () => resolve(), fail: reject })
  })
}

const appForeground: ForegroundPort = {
  onChange: (listener) => {
    const onShow = () => listener(true)
    const onHide = () => listener(false)
    onAppShow(onShow)
    onAppHide(onHide)
    return () => {
      offAppShow(onShow)
      offAppHide(onHide)
    }
  },
}

/** Not Taro's own events, which older Safaris never send: there this one does not reach the window. */
const pageForeground: ForegroundPort = {
  onChange: (listener) => {
    const onVisibilityChange = () => listener(document.visibilityState !== 'hidden')
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => document.removeEventListener('visibilitychange', onVisibilityChange)
  },
}

/** Taro speaks like `wx`; its types are wider. */
function wxOfTaro(): WxLike {
  return {
    getSystemInfoSync: () => getSystemInfoSync(),
    getAccountInfoSync: () => getAccountInfoSync(),
    getNetworkType: (options) => getNetworkType(options),
    request: (options) => request(options),
  }
}
