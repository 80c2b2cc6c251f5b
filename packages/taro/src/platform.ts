// The platforms that Taro builds for, as the login sees them. `process.env.TARO_ENV` is a constant of every Taro build,
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
  /** `null` without `wx.cloud`. */
  readonly callFunction: CallFunction | null
  onNetworkChange(listener: () => void): () => void
  /** Why the image cannot be loaded from that origin; a missing origin is refused later, with its own code. */
  unsupported(imageOrigin: string | undefined): Unsupported | null
}

const HTTPS_PAGE: Unsupported = { reason: 'httpsPage', code: null }

/** WeChat on a computer has no SIM. Named as `getSystemInfoSync().platform` names them. */
const DESKTOPS: readonly string[] = ['windows', 'mac', 'linux', 'ohos_pc']
const DESKTOP: Unsupported = { reason: 'platformUnsupported', code: 'desktop' }

/** The platform of this build. Number retrieval works in WeChat mini-programs and browsers; all others fall back. */
export function createPlatform(origins: SdkOptions['origins']): LoginPlatform {
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
  const wx = createWx()
  return {
    sdk: createMiniProgramSdk(wx, { origins }),
    post: createWxTransport(wx),
    callFunction: process.env.TARO_ENV === 'weapp' && cloud ? (call) => cloud.callFunction(call) : null,
    onNetworkChange,
    ...(process.env.TARO_ENV === 'weapp' ? { authorize: authorizeInWeChat, foreground: appForeground } : {}),
    unsupported: () => {
      if (process.env.TARO_ENV !== 'weapp') return { reason: 'platformUnsupported', code: process.env.TARO_ENV ?? null }
      return DESKTOPS.includes(wx.getSystemInfoSync().platform ?? '') ? DESKTOP : null
    },
  }
}

function onNetworkChange(listener: () => void): () => void {
  onNetworkStatusChange(listener)
  return () => offNetworkStatusChange(listener)
}

/** WeChat asks the user as the app's privacy guide requires; before base library 2.32.3 it asks nothing. */
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

/** Not by Taro's own events, which listen on the window: older Safaris do not let this event reach it. */
const pageForeground: ForegroundPort = {
  onChange: (listener) => {
    const onVisibilityChange = () => listener(document.visibilityState !== 'hidden')
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => document.removeEventListener('visibilitychange', onVisibilityChange)
  },
}

/** Taro has the interface of `wx`, with wider types. */
function createWx(): WxLike {
  return {
    getSystemInfoSync: () => getSystemInfoSync(),
    getAccountInfoSync: () => getAccountInfoSync(),
    getNetworkType: (options) => getNetworkType(options),
    request: (options) => request(options),
  }
}
